import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { sharedStack } from '../support/stack'
import { isTidy, shot } from './desk'
import { logInThrough } from './log-in'
import { visit } from './visit'

const VIEWS = ['people', 'approvals', 'rules', 'centres', 'terms', 'catering'] as const

describe.skipIf(!inject('chromium'))('a company’s desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  async function as(
    account: string,
    path: string,
    lang: 'zh-CN' | 'en' = 'en',
    [width, height]: readonly [number, number] = [1440, 900],
  ) {
    const { url } = sharedStack()
    const seen = await visit(browser, url, { lang, options: { viewport: { width, height } } })
    await seen.page.goto(`${url}/login`)
    const login = { email: `${account}@linli.example`, password: DEMO_PASSWORD }
    await logInThrough(seen.page, login, (at) => at.pathname !== '/login')
    await seen.page.goto(`${url}${path}`)
    return seen
  }

  it('B1 an administrator adds somebody, invites somebody by link, who registers, accepts and is on the list', async () => {
    const { page, complaints } = await as('company', '/console/company')
    await page.getByRole('heading', { name: 'Ruiluan Software' }).waitFor()
    await page.getByRole('button', { name: 'Add a person' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Name').fill('贺一')
    await sheet.getByLabel('E-mail').fill('he.yi@people.example')
    await sheet.getByLabel('Number').fill('N-1')
    await sheet.getByLabel('Department').fill('sales')
    await sheet.getByRole('button', { name: 'Add a person' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByRole('searchbox').fill('N-1')
    await page.getByRole('cell', { name: '贺一', exact: true }).waitFor()

    await page.getByRole('button', { name: 'Invite 贺一' }).click()
    await sheet.getByRole('button', { name: 'Make the link' }).click()
    const link = sheet.getByRole('status').locator('b')
    await link.waitFor()
    const guest = await visit(browser, sharedStack().url, { lang: 'en' })
    await guest.page.goto(await link.innerText())
    await guest.page.getByRole('heading', { name: 'Ruiluan Software' }).waitFor()
    await guest.page.getByLabel('E-mail').fill('he.yi@people.example')
    await guest.page.getByLabel('Password').fill('a long password')
    await guest.page.getByRole('button', { name: 'Register and accept' }).click()
    await guest.page.getByText('You now order with Ruiluan Software').waitFor()

    await page.reload()
    await page.getByRole('searchbox').fill('N-1')
    await page.getByRole('cell', { name: 'Active' }).waitFor()
    await page.getByRole('button', { name: 'Has left 贺一' }).click()
    await sheet.getByRole('button', { name: 'Has left' }).click()
    await page.getByRole('cell', { name: 'Left', exact: true }).waitFor()
    expect(complaints).toEqual([])
  })

  it('approves guests, writes a rule, and orders catering the kitchen has priced', async () => {
    const { page, complaints } = await as('company', '/console/company?view=approvals')
    const waiting = page.getByRole('listitem').filter({ hasText: 'guests' }).filter({ hasText: '客户来访' })
    await waiting.getByRole('button', { name: 'Approve' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Approve' }).click()
    await waiting.getByText('Approved').waitFor()

    await page.goto(`${sharedStack().url}/console/company?view=rules`)
    await page.getByRole('button', { name: 'New rule' }).click()
    await sheet.getByLabel('Name in Chinese').fill('早餐补贴')
    await sheet.getByLabel('Name in English').fill('Breakfast money')
    await sheet.getByLabel('Amount (yuan)').fill('8')
    await sheet.getByRole('checkbox', { name: 'breakfast' }).check()
    await sheet.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Breakfast money' }).getByText('8.00 a meal').waitFor()

    const desk = await as('operator', '/console/catering')
    await desk.page.getByRole('button', { name: 'Confirm a price Ruiluan Software' }).first().click()
    const pricing = desk.page.getByRole('dialog')
    await pricing.getByText('Food').waitFor()
    await pricing.getByRole('button', { name: 'Confirm a price' }).click()
    await desk.page.getByText('Quoted').waitFor()

    await page.goto(`${sharedStack().url}/console/company?view=catering`)
    await page.getByRole('button', { name: 'Accept and order' }).click()
    await sheet.getByRole('button', { name: 'Accept and order' }).click()
    await page.getByText('Ordered').waitFor()
    await page.getByRole('link', { name: 'Order' }).waitFor()
    expect([...complaints, ...desk.complaints]).toEqual([])
  })

  it.each([
    ['zh-CN', [1440, 900]],
    ['en', [390, 844]],
  ] as const)('R13 is readable by everybody, without a bare key: %s, %o', async (lang, size) => {
    const { page, complaints } = await as('company', '/console/company', lang, size)
    for (const view of VIEWS) {
      await page.goto(`${sharedStack().url}/console/company?view=${view}`)
      await page.getByRole('radiogroup').or(page.getByRole('group')).first().waitFor()
      await page.locator('main button, main table, main li').first().waitFor()
      await shot(page, `company-desk-${view}-${lang}-${size[0]}`)
      await isTidy(page)
    }
    expect(complaints).toEqual([])
  })
})
