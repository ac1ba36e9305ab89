import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { sharedStack } from '../support/stack'
import { bareKeys } from './bare-keys'
import { logInThrough } from './log-in'
import { open, sideScroll, violations, visit } from './visit'

const PLACE = 'sp_door_luqi_05'
const PATIENT = { timeout: 15_000 }
const DESK = { role: 'provider', email: 'provider@linli.example', password: DEMO_PASSWORD }

describe.skipIf(!inject('chromium'))('bookings', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  /** What a day's choices are called: a time, or a departure with its price. */
  const choices = (page: Page) => page.getByRole('group', { name: 'Times' }).getByRole('button')
  const lastDay = (page: Page) =>
    page.getByRole('group', { name: 'Day', exact: true }).getByRole('button').last().click()

  /** Puts one of an offering into the basket, on the last day there is. */
  async function book(page: Page, name: string, more: (page: Page) => Promise<unknown> = async () => undefined) {
    await page.getByRole('link', { name: 'All', exact: true }).click()
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await more(page)
    await press(page, /^Add to basket/)
    await page.waitForURL(/\/services\?section=/)
  }
  const time = async (page: Page) => {
    await lastDay(page)
    await choices(page).last().click()
  }
  const statusOf = (page: Page) => page.locator('h1 + *').innerText()

  it('R3 of every kind are bought with one payment, and each is moved, cancelled and paid back by itself', {
    timeout: 90_000,
  }, async () => {
    const { url } = sharedStack()
    const { page, complaints } = await visit(browser, url, { lang: 'en', place: PLACE })
    await open(page, `${url}/services`)
    expect(await violations(page)).toEqual([])
    await book(page, 'Rehabilitation massage', async () => {
      await time(page)
      await page.getByLabel(/^I agree/).check()
      await page.getByLabel(/^For the provider/).fill('left knee')
    })
    await book(page, 'Pool, single entry', time)
    await book(page, 'Greens in season', time)
    await book(page, 'Caffè latte', async () => {
      await time(page)
      await page.getByLabel(/^Oat milk/).check()
    })
    await book(page, 'Day at the old weir', async () => {
      await time(page)
      await page.getByLabel('Traveller 1').fill('Ruogu Lin')
      await page.getByLabel('Date of birth').fill('1951-05-06')
    })
    await book(page, 'River Inn')
    expect(await bareKeys(page, 'shop')).toEqual([])

    await press(page, /Check out/)
    await page.getByLabel('Name').fill('林夏')
    await page.getByLabel('Mobile number').fill('13800138000')
    await page
      .getByText(/cancelling late costs 50/)
      .first()
      .waitFor()
    await press(page, /^Pay ¥/)
    await page.waitForURL(/\/pay\//)
    await press(page, /^Pay/)
    await page.waitForURL(/\/orders\//)
    await expect.poll(() => page.getByText(/^Booked/).count(), PATIENT).toBe(6)
    const order = page.url()

    // the ticket is moved to another time, then cancelled; what it cost comes back
    const openBooking = async (name: string) => {
      await page.goto(`${url}/bookings`)
      await page
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first()
        .click()
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      await expect.poll(() => statusOf(page), PATIENT).toBe('Confirmed')
    }
    const cancel = async () => {
      await press(page, 'Cancel')
      await press(page, 'Yes, cancel')
      await expect.poll(() => statusOf(page), PATIENT).toBe('Cancelled')
    }
    for (const name of ['Pool, single entry', 'Rehabilitation massage, 45 min']) {
      await openBooking(name)
      const before = page.url()
      await press(page, 'Move')
      await lastDay(page)
      await choices(page).first().click()
      await press(page, 'Move it there')
      await page.waitForURL((to) => to.href !== before)
      await expect.poll(() => statusOf(page), PATIENT).toBe('Confirmed')
      if (name.startsWith('Pool')) await cancel()
    }
    for (const name of ['Greens in season', 'Caffè latte', 'Day at the old weir of Duhe']) {
      await openBooking(name)
      await cancel()
    }
    await openBooking('River Inn')
    await cancel()
    await page.goto(order)
    await expect.poll(() => page.getByText(/^Cancelled · ¥[\d.,]+ returned/).count(), PATIENT).toBeGreaterThanOrEqual(4)
    await expect.poll(() => page.getByText(/^Booked/).count(), PATIENT).toBe(1)
    expect(complaints).toEqual([])

    // at the desk: who comes, what they said, and their code once
    await openBooking('Rehabilitation massage, 45 min')
    const code = await page.locator('section b').first().innerText()
    const desk = await visit(browser, url, { lang: 'en', options: { viewport: { width: 1280, height: 900 } } })
    await open(desk.page, `${url}/login?next=/console/provider`)
    await logInThrough(desk.page, DESK, /\/console\/provider/)
    await desk.page.getByRole('heading', { name: 'Who comes' }).waitFor()
    await press(desk.page, 'Check in')
    await desk.page.getByLabel('Code').fill(code)
    await press(desk.page, 'Redeem')
    await desk.page.getByText(/^Welcome: Rehabilitation/).waitFor()
    expect(await bareKeys(desk.page, 'provider', 'console')).toEqual([])
    await expect.poll(() => statusOf(page), PATIENT).toBe('Done')
  })

  it('R13 are read in Chinese on a phone without scrolling sideways', { timeout: 60_000 }, async () => {
    const { url } = sharedStack()
    const { page, complaints } = await visit(browser, url, { lang: 'zh-CN', place: PLACE })
    for (const path of ['/services', '/services/off_rehab', '/services/off_inn', '/services/off_weir', '/bookings']) {
      await open(page, url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect([path, await sideScroll(page), await bareKeys(page, 'shop')]).toEqual([path, 0, []])
    }
    // nobody's bookings are asked for with a refusal that the page expects
    expect(complaints.filter((line) => !line.includes('401'))).toEqual([])
  })
})
