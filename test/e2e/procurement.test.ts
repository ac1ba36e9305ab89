import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { asPerson, BUYER, desk, isClean, proposals, SUPPLIER, shot } from './procurement-desk'

const PAGES = [
  'orders',
  'receiving',
  'gaps',
  'matching',
  'matching/invoices',
  'matching/credits',
  'matching/rules',
  'stock',
  'stock/transfers',
  'stock/waste',
  'counts',
  'suppliers',
  'suppliers/papers',
  'suppliers/scorecards',
  'suppliers/import',
  'forecasts',
  'forecasts/accuracy',
  'tracing',
]

describe.skipIf(!inject('chromium'))('the buyers’ desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('V1 a buyer sees why, changes, approves and receives; the supplier confirms in between; the lot is on the shelf', async () => {
    const [proposal] = await proposals()
    const number = proposal?.number ?? ''
    const buyer = await desk(browser, BUYER)
    await buyer.getByRole('searchbox').fill(number)
    const row = buyer.getByRole('row').filter({ hasText: number })
    await expect.poll(() => buyer.getByRole('row').count()).toBe(2)
    await row.press('Enter')
    const panel = buyer.getByRole('dialog')
    await panel
      .getByText(/^Why \d+ ×/)
      .first()
      .waitFor()
    await expect.poll(() => panel.innerText()).toMatch(/Need \+ safety − usable stock − on order = [\d.,]+ (kg|g|pcs)/)
    await expect.poll(() => panel.innerText()).toContain('Lasts until the following delivery on')

    const packs = panel.getByLabel(/^Packs of/).first()
    const more = Number(await packs.inputValue()) + 1
    await packs.fill(String(more))
    await panel.getByRole('button', { name: 'Save' }).click()
    await buyer.getByText(`: ${more} packs`).waitFor()
    await panel.getByText('A person has changed this quantity').waitFor()
    await panel.getByRole('button', { name: 'Approve' }).click()
    await buyer.getByText(`${number} approved`).waitFor()
    await row.waitFor({ state: 'detached' })

    // sent by the worker, heard by the supplier’s open page
    const supplier = await desk(browser, SUPPLIER.email)
    await supplier.getByRole('row').filter({ hasText: number }).click()
    await supplier.getByRole('button', { name: 'Confirm all' }).click()
    await supplier.getByText(`${number} confirmed`).waitFor()

    await buyer.getByRole('link', { name: 'Receiving', exact: true }).click()
    await buyer.getByRole('searchbox').fill(number)
    await buyer.getByRole('row').filter({ hasText: number }).filter({ hasText: 'Confirmed' }).click()
    await buyer.getByRole('heading', { name: `Receive ${number}` }).waitFor()
    const first = buyer
      .locator('section')
      .filter({ has: buyer.getByRole('checkbox') })
      .first()
    await first.getByRole('checkbox').check()
    await buyer.getByRole('button', { name: 'Put 1 lot on the shelf' }).click()
    await expect.poll(() => first.getByText('Please fill in').count()).toBeGreaterThanOrEqual(2)
    const lot = `E2E-${number}`
    await first.getByLabel('Lot', { exact: true }).fill(lot)
    await first.getByLabel('Expires on').fill('2039-01-01')
    await first.getByLabel('Temperature').fill('3,5')
    await first.getByLabel(/^Rejected/).fill('0.1')
    await first.getByLabel('Why rejected').fill('wilted')
    await buyer.getByRole('button', { name: 'Put 1 lot on the shelf' }).click()
    await buyer.getByText(`${number}: received`).waitFor()

    await buyer.getByRole('link', { name: 'Stock', exact: true }).click()
    await buyer.getByRole('searchbox').fill(lot)
    await buyer.getByRole('row').filter({ hasText: lot }).waitFor()
    const { body } = await (await asPerson(BUYER)).get(`/api/procurement/lots?search=${lot}`)
    expect(body.lots).toMatchObject([{ code: lot, expiresOn: '2039-01-01' }])
  })

  it('a buyer rejects by keyboard and takes it back', async () => {
    const number = (await proposals()).at(-1)?.number ?? ''
    const page = await desk(browser, BUYER)
    const row = page.getByRole('row').filter({ hasText: number })
    await row.focus()
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    await page.keyboard.press('r')
    await page.getByText(`${number} rejected`).waitFor()
    await row.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await row.waitFor()
  })

  it('plans a site on demand and says what came of it', async () => {
    const page = await desk(browser, BUYER)
    await page.getByRole('button', { name: 'Plan now' }).click()
    await page.getByText(/(nothing is missing|lines? proposed)$/).waitFor()
  })

  it('counts a shelf blind, sees the difference once it is posted, and takes the list along as a file', async () => {
    const api = await asPerson(BUYER)
    const { sites } = (await api.get('/api/procurement/overview')).body
    const { lots } = (await api.get(`/api/procurement/lots?siteId=${sites[0].id}`)).body
    const storages = (lots as { storage: string }[]).map(({ storage }) => storage)
    const lying = (kind: string) => storages.filter((each) => each === kind).length
    const [storage = ''] = [...new Set(storages)].toSorted((a, b) => lying(a) - lying(b))

    const page = await desk(browser, BUYER)
    await page.getByRole('link', { name: 'Counts', exact: true }).click()
    await page.getByRole('button', { name: 'New count' }).click()
    await page.getByRole('dialog').getByLabel('Storage').selectOption(storage)
    await page.getByRole('button', { name: 'Start counting' }).click()
    await page.getByRole('heading', { name: /^Count at/ }).waitFor()
    const countId = new URL(page.url()).pathname.split('/').at(-1)
    const { lines } = (await api.get(`/api/procurement/counts/${countId}`)).body
    expect(lines[0]).toMatchObject({ expected: null, variance: null })
    for (const { lotId } of lines) {
      const { code, quantity, unit } = lots.find((lot: { id: string }) => lot.id === lotId)
      const field = page.getByRole('textbox', { name: code })
      await field.fill(String(unit === 'piece' ? quantity : quantity / 1_000))
      await field.press('Enter')
    }
    await expect.poll(() => page.getByText('Put down', { exact: true }).count()).toBe(lines.length)
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText(/^Variance in all/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Counts.csv')
  })

  it.each(['zh-CN', 'en'] as const)(
    'R13 has no accessibility violation and no untranslated key in %s',
    async (lang) => {
      await proposals()
      const page = await desk(browser, BUYER, lang)
      await page.getByRole('row').nth(1).waitFor()
      await shot(page, `procurement-proposals-${lang}`)
      await isClean(page)
      await page.getByRole('row').nth(1).click()
      await page.getByRole('dialog').getByRole('definition').first().waitFor()
      await shot(page, `procurement-detail-${lang}`)
      await isClean(page)
      await page.keyboard.press('Escape')
      for (const list of PAGES) {
        await page.goto(new URL(`/console/procurement/${list}`, page.url()).href)
        await page.locator('table, h2, h3, form').first().waitFor()
        await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
        await shot(page, `procurement-${list.replaceAll('/', '-')}-${lang}`)
        await isClean(page)
      }
    },
  )
})
