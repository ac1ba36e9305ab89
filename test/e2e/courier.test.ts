import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { CODE, lunchFor } from './courier-lunch'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Drives for the same tenant as the demo account. */
const COLLEAGUE = { email: 'courier2@linli.example', password: DEMO_PASSWORD }
/** Time a test waits for what another one's screen must show by itself. */
const SOON = { timeout: 10_000 }

describe.skipIf(!inject('chromium'))('the courier’s phone', () => {
  let browser: Browser
  let account: { email: string; password: string }
  beforeAll(async () => {
    browser = await openBrowser()
    const { installation } = (await caller(sharedStack().url).get('/api/session')).body
    account = installation.demoAccounts.find(({ role }: { role: string }) => role === 'courier')
  })
  afterAll(() => browser?.close())

  /** A phone on a page of the courier's, logged in through the log-in page. */
  async function phone(path: string, lang: 'zh-CN' | 'en'): Promise<Page> {
    const { url } = sharedStack()
    // a phone set to another zone must still show the kitchen's time
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: lang,
      timezoneId: 'America/New_York',
    })
    await context.addCookies([{ name: 'lang', value: lang, url }])
    const page = await context.newPage()
    await page.goto(`${url}${path}`)
    await logIn(page)
    return page
  }
  /** Types again until the page listens: what is typed into the server's HTML before that is not noticed. */
  async function logIn(page: Page): Promise<void> {
    const submit = page.locator('button[type=submit]')
    const type = async () => {
      for (const [kind, value] of [
        ['email', account.email],
        ['password', account.password],
      ] as const) {
        await page.locator(`input[type=${kind}]`).fill('')
        await page.locator(`input[type=${kind}]`).fill(value)
      }
      return submit.count()
    }
    await expect.poll(type, { timeout: 20_000, interval: 250 }).toBe(1)
    await submit.click()
    await page.waitForURL(/\/courier/)
  }
  const violations = async (page: Page) => {
    const found = await new AxeBuilder({ page }).withTags(WCAG).analyze()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }
  const enter = async (page: Page, code: string, key: string) => {
    for (const digit of code) await page.getByRole('button', { name: `${key} ${digit}` }).click()
  }

  it('D4 a courier logs in, claims a run, leaves, hands over against the code and says why one failed', async () => {
    const { runId, siteId } = await lunchFor(sharedStack(), account)
    const page = await phone(`/courier?site=${siteId}`, 'en')
    await page.locator(`a[href="/courier/runs/${runId}"]`).click()
    await page.getByRole('button', { name: 'Take this run' }).click()
    await page.getByRole('button', { name: 'Loaded, leave now' }).click()
    await page.getByText('0 of 3 orders').waitFor()
    expect(await page.getByRole('img', { name: /Map of the run/ }).count()).toBe(1)

    await page.getByRole('button', { name: /^Hand over/ }).click()
    expect(await violations(page)).toEqual([])
    await enter(page, '0000', 'Digit')
    await page.getByText('That code does not match. 4 tries left.').waitFor()
    await enter(page, CODE, 'Digit')
    await page.getByText('1 of 3 orders').waitFor()

    await page.getByRole('button', { name: /^Could not deliver/ }).click()
    await page.getByLabel('Damaged').click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Report it' }).click()
    await page.getByText('2 of 3 orders').waitFor()
    await page.getByRole('status').filter({ hasText: 'the kitchen makes it again' }).waitFor()

    await page.getByRole('button', { name: /^Hand over/ }).click()
    // a real keyboard works as well
    await page.keyboard.type(CODE)
    await page.getByText('Run finished').waitFor()
    await page.getByText('2 delivered, 1 not delivered.').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('D4 五次取餐码错误后锁定，只能说明原因', async () => {
    const { runId } = await lunchFor(sharedStack(), account)
    const page = await phone(`/courier/runs/${runId}`, 'zh-CN')
    await page.getByRole('button', { name: '领取这趟' }).click()
    await page.getByRole('button', { name: '已装车，出发' }).click()
    await page.getByRole('button', { name: /^交付/ }).click()
    for (const left of [4, 3, 2, 1]) {
      await enter(page, '0000', '数字')
      await page.getByText(`还可试 ${left} 次`).waitFor()
    }
    await enter(page, '0000', '数字')
    await page.getByText('取餐码锁定').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '送不到' }).click()
    await page.getByLabel('顾客不知道取餐码').click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('status').filter({ hasText: '致电顾客' }).waitFor()
  })

  it('D5 a courier who looks at a run is told at once that another one has taken it', async () => {
    const { url } = sharedStack()
    const { runId } = await lunchFor(sharedStack(), account)
    const page = await phone(`/courier/runs/${runId}`, 'en')
    await page.getByRole('button', { name: 'Take this run' }).waitFor()
    expect(await violations(page)).toEqual([])
    const colleague = caller(url, (await caller(url).post('/api/session', COLLEAGUE)).body.token)
    expect((await colleague.post(`/api/courier/runs/${runId}/claim`)).status).toBe(200)
    await page.getByText('Another courier has taken this run').waitFor(SOON)
    await page.getByRole('link', { name: 'Back to the runs' }).click()
    await page.getByRole('heading', { name: 'Deliveries' }).waitFor()
  })

  it('V3 a hand-over entered without a network is sent once when it is back', async () => {
    const { runId, token } = await lunchFor(sharedStack(), account)
    const me = caller(sharedStack().url, token)
    await me.post(`/api/courier/runs/${runId}/claim`)
    await me.post(`/api/courier/runs/${runId}/depart`)
    const page = await phone(`/courier/runs/${runId}`, 'en')
    await page.getByRole('button', { name: /^Hand over/ }).click()
    await page.context().setOffline(true)
    await enter(page, CODE, 'Digit')
    await page.getByText('No connection. What you enter is sent when it is back.').waitFor()
    expect((await me.get(`/api/courier/runs/${runId}`)).body).toMatchObject({ delivered: 0 })
    await page.context().setOffline(false)
    await page.getByText('1 of 3 orders').waitFor({ timeout: 20_000 })
    expect((await me.get(`/api/courier/runs/${runId}`)).body).toMatchObject({ delivered: 1 })
  })
})
