import { SignJWT } from 'jose'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import * as operator from '../../src/http/operator/contract'
import { openApp, type RunningApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import { openBrowser } from '../support/browser'
import { callAt } from '../support/call'
import { type ServiceDay, serviceDay } from '../support/service-day'
import { type Stack, startStack } from '../support/stack'
import { isTidy, shot } from './desk'
import { type Visit, visit } from './visit'

const LOOKS = [
  ['zh-CN', 1440, 900],
  ['en', 1440, 900],
  ['zh-CN', 390, 844],
  ['en', 390, 844],
] as const

describe.skipIf(!inject('chromium'))('the operator’s desk', () => {
  let stack: Stack
  let app: RunningApp
  let browser: Browser
  let day: ServiceDay

  beforeAll(async () => {
    // the clock is moved here, which nobody else's test would bear
    stack = await startStack({ processes: ['web', 'worker'] })
    app = await openApp(readConfig(stack.env), { name: 'test', poolSize: 2 })
    day = await serviceDay({ app, call: callAt(stack.url) })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await stack?.stop()
  })

  async function desk(path: string, lang: 'zh-CN' | 'en' = 'en', [width, height] = [1440, 900]): Promise<Visit> {
    // far from the kitchens: days and times shown are theirs all the same
    const options = { viewport: { width, height }, timezoneId: 'America/New_York' }
    const seen = await visit(browser, stack.url, { lang, options })
    const token = await new SignJWT({ actor_type: 'member', actor_id: 'per_demo_operator' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(app.config.JWT_SECRET))
    await seen.page.context().addCookies([{ name: 'linli_session', value: token, url: stack.url }])
    await seen.page.goto(`${stack.url}${path}`)
    return seen
  }
  /** The map loads when it comes into sight. */
  const drawn = async (page: Page) => {
    await page.locator('main figure').first().scrollIntoViewIfNeeded()
    await page.locator('[data-drawn=true] canvas').waitFor()
  }
  const card = (page: Page, label: string) => page.locator('main').getByRole('link', { name: new RegExp(`^${label}`) })

  it('O2 an operator sees the day: figures that lead to their rows, kitchens, runs and density on a map', async () => {
    const { page, complaints } = await desk('/console')
    // two from the shop and one from a canteen's till
    await card(page, 'Orders ?3').waitFor()
    const lunch = page.getByRole('row').filter({ hasText: 'Yanxi Kitchen' }).filter({ hasText: 'Lunch' })
    await lunch.first().waitFor()
    await expect.poll(() => lunch.first().innerText()).toContain('10:00')
    await expect.poll(() => lunch.first().innerText()).toMatch(/closed/)
    const community = page.getByRole('row').filter({ hasText: 'Luqi Court' })
    const { body } = await callAt(stack.url)(operator.showDay, { token: day.tokens.operator })
    const dense = body.density.find(({ name }: any) => name.en === 'Luqi Court')
    expect(dense).toMatchObject({ orders: 2, buildings: 1 })
    expect(dense.per100Households).toBeCloseTo(200 / dense.households, 9)
    const cells = (await community.first().getByRole('cell').allInnerTexts()).slice(1)
    expect(cells).toEqual([dense.households.toLocaleString('en'), '2', (200 / dense.households).toFixed(1), '2'])

    await drawn(page)
    await community.getByRole('button').click()
    await page.waitForURL(/community=/)
    await expect.poll(() => community.getByRole('button').getAttribute('aria-pressed')).toBe('true')

    await card(page, 'Delivered').click()
    await page.waitForURL(/\/console\/orders\?status=delivered/)
    await page.getByText('1 of 3 orders').waitFor()
    await page.getByLabel('Status').selectOption({ label: 'All statuses' })
    await page.getByRole('searchbox').fill('luqi')
    await page.getByText('2 of 3 orders').waitFor()
    await expect.poll(() => page.locator('main').innerText()).not.toContain('林夏')
    expect(complaints).toEqual([])
  })

  it('O2 density: what its figures say, where the next kitchens belong, and what a tour costs', async () => {
    const { page, complaints } = await desk('/console/density')
    const share = page.locator('main').getByRole('link', { name: /Kitchen within 1,000 m/ })
    await share.waitFor()
    await expect.poll(() => share.innerText()).toMatch(/\d%/)
    // the radio itself is hidden below its label
    await page.locator('label', { hasText: 'Next kitchens' }).click()
    await page.waitForURL(/view=kitchen/)
    await page.getByLabel('Near means, in metres').fill('400')
    await page.getByLabel('Near means, in metres').blur()
    await page.waitForURL(/metres=400/)
    await page.getByText(/of all households have one within 400 m/).waitFor()
    const places = page.getByRole('region', { name: 'Next kitchens' })
    await places.getByRole('row').nth(1).getByRole('button').click()
    await page.waitForURL(/place=/)
    await drawn(page)
    await page.reload()
    await places.getByRole('button', { pressed: true }).waitFor()

    await page.goto(`${stack.url}/console/density?view=cells`)
    await page.getByRole('region', { name: 'Hexagons' }).getByRole('row').nth(1).waitFor()
    await page.goto(`${stack.url}/console/density?view=buildings&from=2020-01-01&to=2020-01-02`)
    await page.getByText('Nobody has ordered').waitFor()
    expect(complaints).toEqual([])
  })

  it('shows another day by its address and finds its way back', async () => {
    const { page } = await desk('/console')
    const today = await page.getByRole('group', { name: 'Service day' }).innerText()
    expect(today).toContain('today')
    await page.getByRole('button', { name: 'One day on' }).click()
    await page.waitForURL(/date=\d{4}-\d\d-\d\d/)
    await page.getByText('tomorrow').waitFor()
    await page.reload()
    await page.getByText('tomorrow').waitFor()
    await page.getByRole('button', { name: 'Today', exact: true }).click()
    await page.getByText('today').waitFor()
    expect(new URL(page.url()).search).toBe('')
  })

  it('O5 the statement of the day balances', async () => {
    const { page, complaints } = await desk('/console/statement')
    const sum = page.getByRole('row').filter({ hasText: 'Sum' })
    await sum.getByText('balanced').waitFor()
    const [bookings, debit, credit] = await sum.getByRole('cell').allInnerTexts()
    expect(Number(bookings)).toBeGreaterThan(0)
    expect(debit).toMatch(/^¥\d/)
    expect(debit).toBe(credit)
    await page.getByLabel('From').fill('2039-01-01')
    await page.getByText('This day lies before the first.').waitFor()
    expect(complaints).toEqual([])
  })

  it('moves the service clock on, for everybody', async () => {
    const { page } = await desk('/console')
    const before = app.now().getTime()
    await page.getByRole('button', { name: /Service clock/ }).click()
    await shot(page, 'operator-clock')
    await page.getByRole('button', { name: /15 minutes on/ }).click()
    await page.getByText(/^It is .* now$/).waitFor()
    const moved = (app.now().getTime() - before) / 60_000
    expect(moved).toBeGreaterThanOrEqual(15)
    expect(moved).toBeLessThan(17)
    await page.getByRole('button', { name: /Service clock/ }).click()
    await page.getByRole('button', { name: /To the next cut-off/ }).click()
    // the worker closes the menu whose time has come, and the page shows it by itself
    const lunch = page.getByRole('row').filter({ hasText: 'Suqiao Canteen' }).filter({ hasText: 'Lunch' })
    await lunch.getByText('closed').waitFor()
  })

  it('says that it is no longer fresh when the server does not answer, and keeps what it knows', async () => {
    const { page } = await desk('/console')
    await card(page, 'Orders').waitFor()
    await page.route('**/api/operator/day*', (route) => route.abort())
    await page.getByText('Not live').waitFor({ timeout: 30_000 })
    await card(page, 'Orders').waitFor()
    await page.unroute('**/api/operator/day*')
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 30_000 })
  })

  it.each(LOOKS)(
    'R13 is readable by everybody, without a bare key: %s, %i wide',
    { timeout: 180_000 },
    async (lang, width, height) => {
      for (const [name, path] of [
        ['today', '/console'],
        ['orders', '/console/orders'],
        ['statement', '/console/statement'],
        ['density', '/console/density'],
        ['next-kitchens', '/console/density?view=kitchen&metres=500'],
      ] as const) {
        const { page, complaints } = await desk(path, lang, [width, height])
        await page.locator('main table, main ul').first().waitFor()
        if (name !== 'orders' && name !== 'statement') await drawn(page)
        await shot(page, `operator-${name}-${lang}-${width}`)
        await isTidy(page)
        expect(complaints).toEqual([])
        await page.context().close()
      }
    },
  )

  it('opens the queue board and the API’s pages, which ask nobody outside', async () => {
    const board = await desk('/ops/queues')
    await board.page.getByText('kitchen').first().waitFor()
    await shot(board.page, 'ops-queues')
    expect(board.complaints).toEqual([])

    const docs = await desk('/docs')
    await docs.page.locator('#operations-tag-operator').click()
    await docs.page.getByText('/api/operator/day').waitFor()
    await docs.page.locator('#operations-tag-store').click()
    await docs.page.getByText('/api/store/places').click()
    await docs.page.getByText('Responses').first().waitFor()
    await shot(docs.page, 'docs')
    expect(docs.complaints).toEqual([])
  })
})
