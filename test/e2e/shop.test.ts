import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { offers } from '../../src/catalogue/schema/menus'
import { openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import texts from '../../storefront/i18n/en/shop.json'
import { openBrowser } from '../support/browser'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { closedMeal, DESK, lateMeal } from './shop-lunch'
import { open, sideScroll, violations, visit } from './visit'

/** What a key without a text looks like on a page. */
const BARE_KEY = new RegExp(`\\b(${Object.keys(texts).join('|')})\\.[a-z]`)

describe.skipIf(!inject('chromium'))('the shop', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  /** Asks for a price as the catalogue would set it, and puts the old one back. */
  async function withPrice<T>(offerId: string, priceMinor: number, during: () => Promise<T>): Promise<T> {
    const app = await openApp(readConfig(sharedStack().env), { name: 'test', poolSize: 1 })
    const [before] = await app.db.select().from(offers).where(eq(offers.id, offerId))
    try {
      await app.db.update(offers).set({ priceMinor }).where(eq(offers.id, offerId))
      return await during()
    } finally {
      if (before) await app.db.update(offers).set({ priceMinor: before.priceMinor }).where(eq(offers.id, offerId))
      await app.close()
    }
  }

  const fillIn = async (page: Page) => {
    await page.getByLabel('Name').fill('林夏')
    await page.getByLabel('Mobile number').fill('138 0013 8000')
  }

  it('R1 leads a first visit from the place to a paid order in seven taps and one form, and follows it', async () => {
    const { url } = sharedStack()
    const { page, complaints } = await visit(browser, url, { lang: 'en' })
    let taps = 0
    const tap = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
      taps += 1
      await page.getByRole(role, { name }).first().click()
    }
    await open(page, url)
    expect(page.url()).toBe(`${url}/place`)
    await tap(/^Hedu Gardens/, 'link')
    await tap(/^Building 1\b/, 'link')
    await tap(/^To your door/)
    await page.waitForURL(`${url}/`)

    await tap(/^Add /)
    await tap(/Check out/)
    const pay = page.getByRole('button', { name: /^Pay ¥/ })
    await pay.waitFor()
    await fillIn(page)
    await tap(/^Pay ¥/)
    await page.waitForURL(/\/pay\//)
    await tap('Pay')
    await page.waitForURL(/\/orders\//)
    expect(taps).toBeLessThanOrEqual(7)

    await page.getByText('Hand-over code').waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    await expect.poll(() => page.getByRole('list', { name: 'Progress' }).getByRole('listitem').count()).toBe(5)
    expect(complaints).toEqual([])
  })

  it('R2 shows a meal that has closed, says so, and sells nothing of it', async () => {
    const { url, ...stack } = sharedStack()
    const { date, period } = await closedMeal({ url, ...stack })
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, `${url}/?date=${date}&period=${period}`)
    await expect.poll(() => page.getByText('Ordering for this meal has closed.').count()).toBeGreaterThan(0)
    await expect.poll(() => page.getByRole('button', { name: /^Add / }).count()).toBe(0)
  })

  it('shows the kitchen’s day and time to a browser in another zone', async () => {
    const { url } = sharedStack()
    const meal = await lateMeal(sharedStack())
    const texts: string[] = []
    for (const timezoneId of ['Asia/Shanghai', 'America/New_York']) {
      const { page } = await visit(browser, url, { lang: 'en', place: DESK, options: { timezoneId } })
      await open(page, `${url}/?date=${meal.date}&period=${meal.period}`)
      const chips = await page.getByRole('navigation', { name: 'Day' }).innerText()
      texts.push(
        `${chips} ${await page
          .getByText(/^Served/)
          .first()
          .innerText()}`,
      )
    }
    expect(texts[1]).toBe(texts[0])
  })

  it('R5 charges what the place costs: another way to be served, another total', async () => {
    const { url } = sharedStack()
    const { date, period, dish } = await lateMeal(sharedStack())
    const totals: string[] = []
    for (const place of [DESK, DESK.replace('desk', 'locker')]) {
      const { page } = await visit(browser, url, { lang: 'en', place })
      await open(page, `${url}/?date=${date}&period=${period}`)
      await page.getByRole('button', { name: `Add ${dish.name.en}` }).click()
      await page.getByRole('button', { name: /Check out/ }).click()
      totals.push(await page.getByRole('button', { name: /^Pay ¥/ }).innerText())
    }
    const amount = (minor: number) => `Pay ¥${(minor / 100).toFixed(2)}`
    expect(totals).toEqual([amount(dish.priceMinor + 200), amount(dish.priceMinor)])
  })

  it('shows a new price within 5 s, in an open page and to the next visitor', async () => {
    const { url } = sharedStack()
    const { date, period, dish } = await lateMeal(sharedStack())
    const address = `${url}/?date=${date}&period=${period}`
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, address)
    const served = async () => (await fetch(address, { headers: { cookie: `place=${DESK}; lang=en` } })).text()
    expect(await served()).not.toContain('¥77.77')
    await withPrice(dish.id, 7_777, async () => {
      await page.getByText('¥77.77').waitFor({ timeout: 6_000 })
      expect(await served()).toContain('¥77.77')
    })
  })

  it('asks again when a price has changed since the sheet was opened, and charges what is shown then', async () => {
    const { url } = sharedStack()
    const { date, period, dish } = await lateMeal(sharedStack())
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, `${url}/?date=${date}&period=${period}`)
    await page.getByRole('button', { name: `Add ${dish.name.en}` }).click()
    await page.getByRole('button', { name: /Check out/ }).click()
    await page.getByRole('button', { name: /^Pay ¥/ }).waitFor()
    await fillIn(page)
    await withPrice(dish.id, 6_543, async () => {
      // prices may be a moment old wherever they are asked
      const body = { servicePointId: DESK, items: [{ offerId: dish.id, quantity: 1 }] }
      const quoted = async () => (await caller(url).post('/api/store/quotes', body)).body.itemsMinor as number
      await expect.poll(quoted, { timeout: 8_000 }).toBe(6_543)
      await page.getByRole('button', { name: /^Pay ¥/ }).click()
      await page.getByRole('alert').getByText('The price has changed.').waitFor()
      await page.getByRole('button', { name: 'Pay ¥67.43' }).click()
      await page.waitForURL(/\/pay\//)
      await page.getByText('¥67.43').waitFor()
    })
  })

  it('V3 makes one order of a button pressed twice', async () => {
    const { url } = sharedStack()
    const { date, period, dish } = await lateMeal(sharedStack())
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, `${url}/?date=${date}&period=${period}`)
    await page.getByRole('button', { name: `Add ${dish.name.en}` }).click()
    await page.getByRole('button', { name: /Check out/ }).click()
    await fillIn(page)
    await page.getByRole('button', { name: /^Pay ¥/ }).dblclick()
    await page.waitForURL(/\/pay\//)
    await open(page, `${url}/orders`)
    await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(1)
  })

  it('names what is missing in the form, beside it, and goes there', async () => {
    const { url } = sharedStack()
    const { date, period, dish } = await lateMeal(sharedStack())
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, `${url}/?date=${date}&period=${period}`)
    await page.getByRole('button', { name: `Add ${dish.name.en}` }).click()
    await page.getByRole('button', { name: /Check out/ }).click()
    await page.getByRole('button', { name: /^Pay ¥/ }).click()
    await expect.poll(() => page.getByRole('alert').count()).toBe(2)
    const name = page.getByLabel('Name')
    await expect.poll(() => name.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true)
    await name.fill('林夏')
    await expect.poll(() => page.getByRole('alert').count()).toBe(1)
    expect(await violations(page)).toEqual([])
  })

  it('lets a payment be declined and made again, and an order be cancelled with its money', async () => {
    const { url } = sharedStack()
    const { date, period, dish } = await lateMeal(sharedStack())
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, `${url}/?date=${date}&period=${period}`)
    await page.getByRole('button', { name: `Add ${dish.name.en}` }).click()
    await page.getByRole('button', { name: /Check out/ }).click()
    await fillIn(page)
    await page.getByRole('button', { name: /^Pay ¥/ }).click()
    await page.getByRole('button', { name: 'Decline the payment' }).click()
    await page.getByRole('alert').getByText('The payment was declined.').waitFor()
    await page.getByRole('button', { name: 'Pay', exact: true }).click()
    await page.getByRole('button', { name: 'Cancel order' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click()
    await page.getByText(/on its way back to you|has been paid back/).waitFor()
  })

  it('works without script as far as choosing a place, and says what it serves in the server’s HTML', async () => {
    const { url } = sharedStack()
    const { dish, date, period } = await lateMeal(sharedStack())
    const { page } = await visit(browser, url, { lang: 'en', options: { javaScriptEnabled: false } })
    await page.goto(url)
    await page.getByRole('link', { name: /^Hedu Gardens/ }).click()
    await page.getByRole('link', { name: /^Building 1\b/ }).click()
    await page.getByRole('button', { name: /^To your door/ }).waitFor()

    const read = async (lang: string) => {
      const headers = { cookie: `place=${DESK}`, 'accept-language': lang }
      return (await fetch(`${url}/?date=${date}&period=${period}`, { headers })).text()
    }
    const [chinese, english] = [await read('zh-CN,zh;q=0.9'), await read('en-GB,en;q=0.9')]
    expect(chinese).toContain('<html lang="zh-CN"')
    expect(chinese).toContain(dish.name.zh)
    expect(english).toContain('<html lang="en"')
    expect(english).toContain(dish.name.en)
    expect(english).toContain('<title>Order a meal')
  })

  it('moves nothing that is being read while it loads', async () => {
    const { url } = sharedStack()
    const { page } = await visit(browser, url, { place: DESK })
    await page.addInitScript(`
      window.moved = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value
      }).observe({ type: 'layout-shift', buffered: true })`)
    await open(page, url)
    await page.waitForTimeout(1_500)
    expect(await page.evaluate('window.moved')).toBeLessThanOrEqual(0.02)
  })

  it('answers unknown pages and files with 404, and leads nobody away from Linli after the log-in', async () => {
    const { url } = sharedStack()
    for (const path of ['/nowhere', '/orders/ord_nobody', '/assets/nothing.js']) {
      expect((await fetch(url + path, { headers: { accept: 'text/html' } })).status, path).toBeGreaterThanOrEqual(401)
    }
    expect((await fetch(`${url}/nowhere`)).status).toBe(404)
    const { page } = await visit(browser, url, { lang: 'en' })
    await open(page, `${url}/login?next=${encodeURIComponent('//example.org/')}`)
    await page.getByRole('button', { name: /^Resident/ }).click()
    await page.waitForURL((at) => at.pathname !== '/login')
    expect(page.url().startsWith(url)).toBe(true)
  })

  it('says that there is no connection, keeps the frame, and goes on when it is back', async () => {
    const { url } = sharedStack()
    const { page } = await visit(browser, url, { lang: 'en', place: DESK })
    await open(page, `${url}/me`)
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Orders' }).click()
    await page.getByRole('heading', { name: 'No connection' }).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'No orders yet' }).waitFor()
  })

  const PAGES = [
    '/place',
    '/place?community=com_hedu',
    '/place?community=com_hedu&building=bld_hedu_01',
    '/',
    '/orders',
    '/services',
    '/me',
    '/login',
    '/nowhere',
  ]

  it.each([
    ['zh-CN', 'normal'],
    ['zh-CN', 'senior'],
    ['en', 'normal'],
    ['en', 'senior'],
  ] as const)('R13 can be read and used by everybody, page by page: %s, %s', async (lang, mode) => {
    const { url } = sharedStack()
    const { date, period } = await lateMeal(sharedStack())
    const { page } = await visit(browser, url, {
      lang,
      mode,
      place: DESK,
      options: { viewport: { width: 320, height: 700 } },
    })
    for (const path of [...PAGES, `/?date=${date}&period=${period}`]) {
      await open(page, url + path)
      expect(await violations(page), path).toEqual([])
      expect(await sideScroll(page), path).toBeLessThanOrEqual(0)
      expect(await page.getByRole('main').innerText(), path).not.toMatch(BARE_KEY)
    }
    await page.locator('main li button[aria-label]').first().click()
    await page.locator('main button').last().click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page), 'checkout').toEqual([])
    expect(await sideScroll(page), 'checkout').toBeLessThanOrEqual(0)
  })
})
