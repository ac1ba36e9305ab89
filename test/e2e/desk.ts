import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import consoleTexts from '../../storefront/i18n/en/console.json'
import shopTexts from '../../storefront/i18n/en/shop.json'
import { sideScroll, violations } from './visit'

/** What a key without a text looks like on a page. */
const BARE_KEY = new RegExp(`\\b(${Object.keys({ ...consoleTexts, ...shopTexts }).join('|')})\\.[a-z]+[A-Z.]|\\{\\{`)

/** Nothing for axe to complain of, nothing wider than the window, and no key where a text should be. */
export async function isTidy(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await sideScroll(page)).toBeLessThanOrEqual(0)
  expect(await page.locator('body').innerText()).not.toMatch(BARE_KEY)
}

/** Keeps a picture where LINLI_SHOTS names a folder, to be looked at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['LINLI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
