import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { logInThrough } from './log-in'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Buys for the tenant whose vegetables come from the supplier below. */
export const BUYER = 'procurement@linli.example'
export const SUPPLIER = { email: 'supplier@linli.example', id: 'sup_qiyu', name: 'Qiyu Vegetables' }

/** Somebody at a desk, logged in through the log-in page and led to their own part of the console. */
export async function desk(browser: Browser, email: string, lang: 'zh-CN' | 'en' = 'en'): Promise<Page> {
  const { url } = sharedStack()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: lang })
  await context.addCookies([{ name: 'lang', value: lang, url }])
  const page = await context.newPage()
  await page.goto(`${url}/console`)
  await logInThrough(page, { email, password: DEMO_PASSWORD }, /\/console\/(procurement|supplier)/)
  return page
}

/** The API as the same person would call it. */
export async function asPerson(email: string) {
  const { url } = sharedStack()
  const { body } = await caller(url).post('/api/session', { email, password: DEMO_PASSWORD })
  return caller(url, body.token)
}

/** Proposals to the supplier of these tests that stand now; every kitchen is planned anew where too few do. */
export async function proposals(): Promise<{ id: string; number: string }[]> {
  const buyer = await asPerson(BUYER)
  const path = `/api/procurement/orders?status=proposed&supplierId=${SUPPLIER.id}`
  const standing = async () => (await buyer.get(path)).body.orders as { id: string; number: string }[]
  if ((await standing()).length < 2) {
    const { sites } = (await buyer.get('/api/procurement/overview')).body
    for (const { id } of sites) await buyer.post('/api/procurement/reviews', { siteId: id })
  }
  for (;;) {
    const orders = await standing()
    if (orders.length > 1) return orders
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

const TEXTS = resolve(__dirname, '../../storefront/i18n/en')
type Tree = { readonly [key: string]: string | Tree }

const keysIn = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysIn(value, `${path}${key}.`),
  )

/** Every key of the desk's texts that cannot be taken for a word of a sentence. */
const KEYS = readdirSync(TEXTS)
  .filter((file) => /^(console|supplier|procurement)/.test(file))
  .flatMap((file) => keysIn(JSON.parse(readFileSync(join(TEXTS, file), 'utf8')) as Tree))
  .filter((key) => key.includes('.'))

/** Nothing for axe to complain of, and no key where a text should be. */
export async function isClean(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  const text = await page.locator('body').innerText()
  expect(KEYS.filter((key) => text.includes(key))).toEqual([])
  expect(text).not.toContain('{{')
}

/** Keeps a picture where LINLI_SHOTS names a folder, to be looked at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['LINLI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
