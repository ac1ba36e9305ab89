import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Account } from './courier-lunch'

/** Logs in on the log-in page; types again until the page listens: what is typed before that is not noticed. */
export async function logInThrough(
  page: Page,
  account: Account,
  leadsTo: Parameters<Page['waitForURL']>[0],
): Promise<void> {
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
  await page.waitForURL(leadsTo)
}
