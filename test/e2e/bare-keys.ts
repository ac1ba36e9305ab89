import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

type Texts = { readonly [key: string]: string | Texts }

const I18N = resolve(__dirname, '../../storefront/i18n/en')

const keysOf = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  )

/** Keys of some faces that stand on a page where a text should, and values that were not put in. */
export async function bareKeys(page: Page, ...faces: string[]): Promise<string[]> {
  const text = await page.locator('body').innerText()
  const keys = faces.flatMap((face) => keysOf(JSON.parse(readFileSync(join(I18N, `${face}.json`), 'utf8')) as Texts))
  return [...keys.filter((key) => key.includes('.') && text.includes(key)), ...(text.match(/\{\{\w+\}\}/g) ?? [])]
}
