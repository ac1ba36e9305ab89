import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { sharedStack } from '../support/stack'
import { isTidy, shot } from './desk'
import { logInThrough } from './log-in'
import { visit } from './visit'

const DESK = 'sp_desk_yunzhu_03'

describe.skipIf(!inject('chromium'))('a whole week at once', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  async function employee(path: string, lang: 'zh-CN' | 'en', width: number, mode: 'normal' | 'senior' = 'normal') {
    const { url } = sharedStack()
    const viewport = { width, height: width < 600 ? 844 : 900 }
    const seen = await visit(browser, url, { lang, mode, place: DESK, options: { viewport } })
    await seen.page.goto(`${url}/login?next=${path}`)
    const account = { email: 'employee@linli.example', password: DEMO_PASSWORD }
    await logInThrough(seen.page, account, (address) => address.pathname === path)
    await seen.page.getByRole('heading', { level: 1 }).waitFor()
    await seen.page.waitForLoadState('networkidle')
    return seen
  }

  /** The first dish of each of the last open days that are in sight. */
  const choose = async (page: Page, days: number) => {
    const open = page.locator('section:has(fieldset input[type=radio]:enabled:not([disabled]))')
    await open.first().waitFor()
    const count = await open.count()
    for (let i = count - days; i < count; i++) await open.nth(i).getByRole('radio').first().check()
  }

  it('E1 R3 an employee chooses three days at a desk, confirms once, pays the rest, and calls one day off', async () => {
    const { page, complaints } = await employee('/week', 'en', 1440)
    await choose(page, 3)
    const bar = page.getByRole('button', { name: /^(Order: nothing to pay|Pay )/ })
    await bar.waitFor()
    await expect.poll(() => page.getByText(/you pay/i).count()).toBeGreaterThan(2)
    await page.locator('input[name=tel]').fill('13800001234')
    await shot(page, 'week-en-1440')
    await isTidy(page)
    const amount = (await bar.innerText()).replace(/^Pay /, '')
    await bar.click()
    await page.waitForURL(/\/(orders|pay)\//)
    // what is left to pay depends on the days: weekends are nobody's but one's own
    if (page.url().includes('/pay/')) {
      await page.getByText(amount).first().waitFor()
      await page.getByRole('button', { name: /^Pay/ }).click()
      await page.waitForURL(/\/orders\//)
    }
    // R3: one of three days is called off, the others stay
    await page.getByRole('button', { name: 'Cancel this meal' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel this meal' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Cancel this meal' }).count()).toBe(2)
    expect(complaints).toEqual([])
  })

  it('is chosen day by day on a phone, in Chinese and in large type', async () => {
    const { page, complaints } = await employee('/week', 'zh-CN', 390)
    await page.getByRole('button', { name: '下一天' }).click()
    await page.locator('section:visible fieldset input[type=radio]:enabled').first().check()
    await page.getByText('您付').first().waitFor()
    await shot(page, 'week-zh-390')
    await isTidy(page)
    const senior = await employee('/week', 'zh-CN', 390, 'senior')
    await shot(senior.page, 'week-zh-390-senior')
    await isTidy(senior.page)
    expect([...complaints, ...senior.complaints]).toEqual([])
  })

  it('standing orders say what was ordered and why not, and pause', async () => {
    const { page, complaints } = await employee('/plans', 'zh-CN', 390)
    await page.getByText('固定订餐').first().waitFor()
    await shot(page, 'plans-zh-390')
    await isTidy(page)
    await page.getByRole('button', { name: '暂停' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '暂停' }).click()
    await page.getByText('已暂停').first().waitFor()
    await page.getByRole('button', { name: '恢复' }).first().click()
    await expect.poll(() => page.getByText('已暂停').count()).toBe(0)
    const english = await employee('/plans', 'en', 1440)
    await english.page.getByRole('button', { name: 'Start a standing order' }).click()
    await english.page.getByRole('dialog').waitFor()
    await shot(english.page, 'plans-en-1440')
    await isTidy(english.page)
    expect([...complaints, ...english.complaints]).toEqual([])
  })

  it('B6 the menu shows the company’s prices to its people, and public ones in private mode', async () => {
    const { page } = await employee('/', 'en', 1440)
    const company = page.getByRole('radio', { name: 'Company menu' })
    await expect.poll(() => company.isChecked()).toBe(true)
    await shot(page, 'menu-company-en-1440')
    await page.getByText('Private', { exact: true }).click()
    await expect.poll(() => page.getByText('public price').count()).toBe(0)
  })
})
