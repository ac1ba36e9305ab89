import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { sharedStack } from '../support/stack'
import { open, sideScroll, violations, visit } from './visit'

/** Kilobytes of gzipped JavaScript before a face can be used: its entry, the page it opens with and the texts of both. */
const BUDGETS = [
  { face: 'shop', entry: 'index.html', opens: [], most: 190 },
  { face: 'kitchen', entry: 'kitchen.html', opens: [], most: 100 },
  { face: 'courier', entry: 'courier.html', opens: ['courier/runs-page.tsx'], most: 100 },
  { face: 'courier', entry: 'courier.html', opens: ['courier/run-page.tsx'], most: 100 },
  { face: 'till', entry: 'till.html', opens: ['till/till-page.tsx'], most: 100 },
  { face: 'console', entry: 'console.html', opens: ['console/operator/today-page.tsx'], most: 130 },
  {
    face: 'console',
    entry: 'console.html',
    opens: ['console/procurement/proposals/proposals-page.tsx'],
    parts: ['procurement'],
    most: 130,
  },
  { face: 'console', entry: 'console.html', opens: ['console/dispatch/board-page.tsx'], most: 130 },
  {
    face: 'console',
    entry: 'console.html',
    opens: ['console/supplier/orders-page.tsx'],
    parts: ['procurement', 'supplier'],
    most: 130,
  },
] as const

const CLIENT = resolve(__dirname, '../../dist/client')

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>

/** Gzipped bytes of some modules of the build with everything they import, each file once. */
function weightOf(modules: readonly string[]): number {
  const manifest = JSON.parse(readFileSync(join(CLIENT, 'manifest.json'), 'utf8')) as Manifest
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not in the build`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(add)
  }
  modules.forEach(add)
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(CLIENT, file))).length, 0)
}

describe.skipIf(!inject('chromium'))('the parts of the faces', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const gallery = async (visitor: Parameters<typeof visit>[2] = {}) => {
    const { url } = sharedStack()
    const opened = await visit(browser, url, visitor)
    await open(opened.page, `${url}/dev/ui`)
    return opened
  }

  it.each([
    ['zh-CN', 'normal'],
    ['zh-CN', 'senior'],
    ['en', 'normal'],
    ['en', 'senior'],
  ] as const)('R13 can be used by everybody in every state on every ground: %s, %s', async (lang, mode) => {
    const { page, complaints } = await gallery({ lang, mode })
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe(lang)
    for (const ground of ['shop', 'console', 'kitchen']) {
      await page.locator(`input[type=radio][value=${ground}]`).check({ force: true })
      expect(await violations(page), ground).toEqual([])
      expect(await sideScroll(page), ground).toBeLessThanOrEqual(0)
    }
    expect(complaints).toEqual([])
  })

  it('fit a window of 320 pixels, which is also what 200 % zoom leaves of 640', async () => {
    const { page } = await gallery({ lang: 'en', mode: 'senior', options: { viewport: { width: 320, height: 640 } } })
    expect(await sideScroll(page)).toBeLessThanOrEqual(0)
  })

  it('give everything to press a target of 44 pixels, 60 in large type, and 24 at the least', async () => {
    for (const [mode, least] of [
      ['normal', 44],
      ['senior', 60],
    ] as const) {
      const { page } = await gallery({ lang: 'en', mode })
      const save = await page.getByRole('button', { name: 'Save', exact: true }).first().boundingBox()
      expect(save?.height).toBeGreaterThanOrEqual(least)
      const sizes = await page
        .locator('main button, main a, main label:has(input), main select')
        .evaluateAll((elements) =>
          elements.map(
            (element) =>
              (element as unknown as { getBoundingClientRect(): { height: number } }).getBoundingClientRect().height,
          ),
        )
      expect(Math.min(...sizes.filter((height) => height > 0))).toBeGreaterThanOrEqual(24)
    }
  })

  it('keep the keyboard off the page behind a sheet, close it with Escape and go back to what opened it', async () => {
    const { page } = await gallery({ lang: 'en' })
    const opener = page.getByRole('button', { name: 'dialog' })
    await opener.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Check out' })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    for (let i = 0; i < 6; i += 1) {
      await page.keyboard.press('Tab')
      // the browser's own bar is the only other place to be
      await expect
        .poll(() => page.locator(':focus').evaluateAll((all) => all.every((one) => one.closest('dialog'))))
        .toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => opener.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true)
  })

  it('say in passing what was done and offer to undo it', async () => {
    const { page, complaints } = await gallery({ lang: 'en' })
    await page.getByRole('button', { name: 'With undo' }).click()
    await page.getByText('One purchase order was made').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('One purchase order was made').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('draw of a thousand rows only those in sight, sort them, and move and select by keyboard', async () => {
    const { page } = await gallery({ lang: 'en', options: { viewport: { width: 1440, height: 900 } } })
    const table = page.getByRole('region', { name: 'Restocking proposals 1000' })
    const rows = table.locator('tbody tr:not([aria-hidden])')
    await expect.poll(() => rows.count()).toBeLessThan(60)

    await table.getByRole('button', { name: 'Days left' }).click()
    const header = table.getByRole('columnheader', { name: 'Days left' })
    const sorted = await header.getAttribute('aria-sort')
    expect(['ascending', 'descending']).toContain(sorted)

    await rows.first().focus()
    await page.keyboard.press('x')
    await expect.poll(() => rows.first().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('j')
    await expect.poll(() => rows.nth(1).evaluate((row) => row === row.ownerDocument.activeElement)).toBe(true)

    await table.evaluate((region) => region.scrollTo(0, region.scrollHeight))
    await expect.poll(() => rows.count()).toBeLessThan(60)
    await expect.poll(() => table.innerText()).toMatch(/RP-/)
  })

  it.each(BUDGETS)('load no more than $most KB of script at first: $face, opening with $opens', (budget) => {
    const { face, entry, opens, most } = budget
    const texts = ['ui', face, ...('parts' in budget ? budget.parts : [])]
    const weights = ['zh-CN', 'en'].map((locale) => {
      return weightOf([entry, ...opens, ...texts.map((part) => `i18n/${locale}/${part}.json`)])
    })
    console.log(`${[entry, ...opens].join(' + ')}: ${weights.map((bytes) => (bytes / 1_000).toFixed(1)).join(', ')} KB`)
    expect(Math.max(...weights)).toBeLessThanOrEqual(most * 1_000)
  })
})
