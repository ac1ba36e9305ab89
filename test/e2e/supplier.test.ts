import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { asPerson, BUYER, desk, isClean, proposals, SUPPLIER, shot } from './procurement-desk'

describe.skipIf(!inject('chromium'))('the suppliers’ desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  /** A buyer approves the last proposal, somewhere else. */
  async function approveOne(): Promise<{ id: string; number: string }> {
    const order = (await proposals()).at(-1)
    if (!order) throw new Error('there is no proposal to approve')
    await (await asPerson(BUYER)).post(`/api/procurement/orders/${order.id}/approve`)
    return order
  }

  it.each(['zh-CN', 'en'] as const)(
    'U1 R13 an order appears by itself and is answered with fewer packs, accessible and in %s',
    async (lang) => {
      const page = await desk(browser, SUPPLIER.email, lang)
      await page.locator('table, h2').first().waitFor()
      const { id, number } = await approveOne()
      const row = page.getByRole('row').filter({ hasText: number })
      await row.waitFor()
      await shot(page, `supplier-orders-${lang}`)
      await isClean(page)

      await row.click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('button').nth(2).click()
      const packs = panel.getByRole('textbox').first()
      const ordered = Number(await packs.inputValue())
      await packs.fill(String(ordered - 1))
      await shot(page, `supplier-fewer-${lang}`)
      await isClean(page)
      await panel.getByRole('button').nth(2).click()
      await row.waitFor({ state: 'detached' })
      const { body } = await (await asPerson(BUYER)).get(`/api/procurement/orders/${id}`)
      expect(body).toMatchObject({ status: 'short', lines: [{ confirmedPacks: ordered - 1 }, ...body.lines.slice(1)] })
    },
  )
})
