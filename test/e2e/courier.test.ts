import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { CLIENT } from '../../src/http/faces/files'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { bareKeys } from './bare-keys'
import { type Account, CODE, type Kitchen, kitchenFor, lunchFor } from './courier-lunch'
import { shot } from './desk'
import { logInThrough } from './log-in'
import { sideScroll, violations } from './visit'

/** Drives for the same tenant as the demo account. */
const COLLEAGUE = { email: 'courier2@linli.example', password: DEMO_PASSWORD }
/** Time a test waits for what another one's screen must show by itself. */
const SOON = { timeout: 20_000 }

describe.skipIf(!inject('chromium'))('the courier’s phone', () => {
  let browser: Browser
  let account: Account
  let kitchen: Kitchen
  beforeAll(async () => {
    browser = await openBrowser()
    const { installation } = (await caller(sharedStack().url).get('/api/session')).body
    account = installation.demoAccounts.find(({ role }: { role: string }) => role === 'courier')
    kitchen = await kitchenFor(sharedStack(), account)
  })
  afterAll(async () => {
    await browser?.close()
    await kitchen?.close()
  })

  /** A phone on a page of the courier's, logged in through the log-in page. */
  async function phone(path: string, lang: 'zh-CN' | 'en'): Promise<Page> {
    const { url } = sharedStack()
    // a phone set to another zone must still show the kitchen's time
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: lang,
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    })
    await context.addCookies([{ name: 'lang', value: lang, url }])
    const page = await context.newPage()
    await page.goto(`${url}${path}`)
    await logInThrough(page, account, /\/courier/)
    return page
  }
  let seen = 0
  const isTidy = async (page: Page) => {
    seen += 1
    await shot(page, `courier-${seen}`)
    expect(await violations(page)).toEqual([])
    expect(await sideScroll(page)).toBeLessThanOrEqual(0)
    expect(await bareKeys(page, 'courier', 'ui')).toEqual([])
  }
  const enter = async (page: Page, code: string, key: string) => {
    for (const digit of code) await page.getByRole('button', { name: `${key} ${digit}` }).click()
  }
  const handOver = (page: Page, number: string) => page.getByRole('button', { name: `Hand over: No. ${number}` })

  it('D4 a courier claims a run, checks its boxes, leaves, hands over against the code, takes a photo and says why one failed', async () => {
    const { runId, siteId } = await lunchFor(sharedStack(), kitchen)
    const page = await phone(`/courier?site=${siteId}`, 'en')
    await page.locator(`a[href="/courier/runs/${runId}"]`).click()
    await page.getByRole('button', { name: 'Take this run' }).click()

    await page.getByRole('button', { name: 'Check the boxes' }).click()
    const label = page.getByLabel('Order number on the label')
    await label.fill('E9')
    await label.press('Enter')
    await page.getByText('E9 is not of this run').waitFor()
    await label.fill('e1')
    await label.press('Enter')
    await page.getByText('E1 is in (1 of 2)').waitFor()
    await isTidy(page)
    // a role's `pressed: false` would also be every button that is no switch
    const missing = page.locator('[aria-pressed=false]')
    while ((await missing.count()) > 0) await missing.first().click()
    await page.getByRole('button', { name: 'All boxes are in' }).click()
    await page.getByRole('button', { name: 'Leave now' }).click()
    await page.getByText('0 of 3 orders').waitFor()
    await page.getByRole('img', { name: /Map of the run/ }).waitFor()

    await handOver(page, 'E1').click()
    await enter(page, '0000', 'Digit')
    await page.getByText('That code does not match. 4 tries left.').waitFor()
    await enter(page, CODE, 'Digit')
    await page.getByText('1 of 3 orders').waitFor()

    await page.getByRole('button', { name: 'Photo: No. E2' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'door.png',
      mimeType: 'image/png',
      buffer: await page.screenshot(),
    })
    await page.getByRole('img', { name: 'The photo you took' }).waitFor()
    await isTidy(page)
    await page.getByRole('button', { name: 'Keep this photo' }).click()
    await page.getByText('1 photo', { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Could not deliver: No. E2' }).click()
    await page.getByLabel('Damaged').click()
    await isTidy(page)
    await page.getByRole('button', { name: 'Report it' }).click()
    await page.getByText('2 of 3 orders').waitFor()
    await page.getByText('the kitchen makes it again').first().waitFor()

    await handOver(page, 'E3').click()
    // a real keyboard works as well
    await page.keyboard.type(CODE)
    await page.getByText('Run finished').waitFor()
    await page.getByText('2 delivered, 1 not delivered.').waitFor()
    await isTidy(page)
  })

  it('D4 五次取餐码错误后锁定，只能说明原因', async () => {
    const { runId } = await lunchFor(sharedStack(), kitchen)
    const page = await phone(`/courier/runs/${runId}`, 'zh-CN')
    await page.getByRole('button', { name: '领取这趟' }).click()
    await isTidy(page)
    await page.getByRole('button', { name: '核对餐箱' }).click()
    await page.getByRole('button', { name: '还差 4 份，仍要出发？' }).click()
    await page.getByLabel('为什么不带？').fill('厨房还没做好')
    await page.getByRole('button', { name: '不等了，装车完成' }).click()
    await page.getByRole('button', { name: '出发' }).click()
    await page.getByRole('button', { name: /^交付/ }).first().click()
    for (const left of [4, 3, 2, 1]) {
      await enter(page, '0000', '数字')
      await page.getByText(`还可试 ${left} 次`).waitFor()
    }
    await enter(page, '0000', '数字')
    await page.getByText('取餐码锁定').waitFor()
    await isTidy(page)
    await page.getByRole('dialog').getByRole('button', { name: '送不到' }).click()
    await page.getByLabel('顾客不知道取餐码').click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('致电顾客').first().waitFor()
  })

  it('D5 a courier who looks at a run is told at once that another one has taken it', async () => {
    const { url } = sharedStack()
    const { runId } = await lunchFor(sharedStack(), kitchen)
    const page = await phone(`/courier/runs/${runId}`, 'en')
    await page.getByRole('button', { name: 'Take this run' }).waitFor()
    const colleague = caller(url, (await caller(url).post('/api/session', COLLEAGUE)).body.token)
    expect((await colleague.post(`/api/courier/runs/${runId}/claim`)).status).toBe(200)
    await page.getByText('Another courier has taken this run').waitFor(SOON)
    await page.getByRole('link', { name: 'Back to the runs' }).click()
    await page.getByRole('heading', { name: 'Deliveries' }).waitFor()
  })

  it('V3 the page opens and acts without a network, and what was entered is sent once when it is back', async () => {
    const { runId } = await lunchFor(sharedStack(), kitchen)
    const me = caller(sharedStack().url, kitchen.token)
    await me.post(`/api/courier/runs/${runId}/claim`)
    await me.post(`/api/courier/runs/${runId}/load`, { scanned: [], reason: 'a test' })
    await me.post(`/api/courier/runs/${runId}/depart`)
    const page = await phone(`/courier/runs/${runId}`, 'en')
    await handOver(page, 'E1').waitFor()
    await expect.poll(() => page.evaluate(isKept()), { timeout: 40_000 }).toBe(true)

    await page.context().setOffline(true)
    await handOver(page, 'E1').click()
    await enter(page, CODE, 'Digit')
    await page.getByText('1 of 3 orders').waitFor(SOON)
    await page.reload()
    await page.getByText('No connection').waitFor(SOON)
    await page.getByText('1 of 3 orders').waitFor(SOON)
    await page.getByText('1 entry waits to be sent.').waitFor()
    expect((await me.get(`/api/courier/runs/${runId}`)).body).toMatchObject({ delivered: 0 })

    await page.context().setOffline(false)
    await page.getByText('1 entry waits to be sent.').waitFor({ state: 'detached', ...SOON })
    await expect
      .poll(async () => (await me.get(`/api/courier/runs/${runId}`)).body, SOON)
      .toMatchObject({ delivered: 1, failed: 0 })
    await isTidy(page)
  })
})

/** The files the page is made of, as they were built: the sheets that come later among them. */
const PARTS = ['courier/tasks.tsx', 'courier/load/load-check.tsx', 'courier/run-map.tsx']

/** Whether the phone keeps the page: its worker is in charge and has what the sheets are made of. */
function isKept(): string {
  const manifest = JSON.parse(readFileSync(join(CLIENT, 'manifest.json'), 'utf8')) as Record<string, { file: string }>
  const files = PARTS.map((part) => manifest[part]?.file ?? `nothing was built of ${part}`)
  return `(async () => {
    const kept = await (await caches.open('linli-courier')).keys()
    const has = (part) => kept.some(({ url }) => url.endsWith(part))
    return navigator.serviceWorker.controller !== null && ${JSON.stringify(['/courier', ...files])}.every(has)
  })()`
}
