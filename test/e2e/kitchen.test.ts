import { setTimeout as sleep } from 'node:timers/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { sharedStack } from '../support/stack'
import { closedLunch, KITCHEN, orderFrom } from './kitchen-lunch'
import { logInThrough } from './log-in'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

describe.skipIf(!inject('chromium'))('the kitchen’s screen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  /** A tablet of the kitchen on one service, not logged in yet. */
  async function newTablet(lang: 'zh-CN' | 'en') {
    const { url } = sharedStack()
    const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, locale: lang })
    await context.addCookies([{ name: 'lang', value: lang, url }])
    return context.newPage()
  }
  const addressOf = (service: string) => `${sharedStack().url}/kitchen?service=${encodeURIComponent(service)}`

  const cook = { email: KITCHEN.email, password: DEMO_PASSWORD }

  /** A tablet whose cook has logged in before. */
  async function tablet(service: string, lang: 'zh-CN' | 'en' = 'en'): Promise<Page> {
    const page = await newTablet(lang)
    await page.context().request.post(`${sharedStack().url}/api/session`, { data: cook })
    await page.goto(addressOf(service))
    return page
  }

  const seconds = async (condition: () => Promise<boolean>) => {
    const started = Date.now()
    while (!(await condition())) {
      if (Date.now() - started > 10_000) throw new Error('it did not happen within 10 s')
      await sleep(50)
    }
    return (Date.now() - started) / 1_000
  }

  it('K1 R11 a cook logs in, finishes a paid order, takes it back, and the resident’s order follows within 2 s', async () => {
    const order = await orderFrom(sharedStack())
    const page = await newTablet('en')
    await page.goto(addressOf(order.service))
    await page.waitForURL(/\/login/)
    await logInThrough(page, cook, /\/kitchen/)
    const ticket = page.getByRole('article', { name: `Ticket ${order.number}` })
    await ticket.waitFor()
    await expect.poll(() => ticket.innerText()).toContain(order.dish.en)
    const left = page.getByRole('complementary').getByRole('listitem').filter({ hasText: order.dish.en }).first()
    const before = Number((await left.innerText()).match(/\d+$/)?.[0])

    await page.getByRole('button', { name: `Done: ticket ${order.number}` }).click()
    await ticket.waitFor({ state: 'detached' })
    expect(await seconds(async () => (await order.statusNow()) === 'ready')).toBeLessThan(2)
    const remaining = (await left.count()) === 0 ? 0 : Number((await left.innerText()).match(/\d+$/)?.[0])
    expect(remaining).toBe(before - 2)

    await page.getByRole('button', { name: `Undo ticket ${order.number}` }).click()
    await ticket.waitFor()
    expect(await seconds(async () => (await order.statusNow()) === 'placed')).toBeLessThan(2)
  })

  it('a second tablet sees at once what the first has finished, and can take it back from the list', async () => {
    const order = await orderFrom(sharedStack())
    const [first, second] = [await tablet(order.service), await tablet(order.service)]
    const ticket = second.getByRole('article', { name: `Ticket ${order.number}` })
    await ticket.waitFor()
    await first.getByRole('button', { name: `Done: ticket ${order.number}` }).click()
    await ticket.waitFor({ state: 'detached' })
    await second.getByRole('button', { name: /^Finished/ }).click()
    await second.getByRole('button', { name: `Take back ticket ${order.number}` }).click()
    await second.keyboard.press('Escape')
    await ticket.waitFor()
    await first.getByRole('article', { name: `Ticket ${order.number}` }).waitFor()
  })

  it('a touch that gets no answer outlives a reload and counts once when the line is back', async () => {
    const order = await orderFrom(sharedStack())
    const page = await tablet(order.service)
    const ticket = page.getByRole('article', { name: `Ticket ${order.number}` })
    await ticket.waitFor()
    await page.context().route('**/bump', (route) => route.abort())
    await page.getByRole('button', { name: `Done: ticket ${order.number}` }).click()
    await ticket.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: `Undo ticket ${order.number}` }).waitFor()
    await expect.poll(() => ticket.count()).toBe(0)
    expect(await order.statusNow()).toBe('placed')

    await page.context().unroute('**/bump')
    await seconds(async () => (await order.statusNow()) === 'ready')
    expect(await order.timesTold('ready')).toBe(1)
  })

  it('a cook starts a batch, says that it was not, starts it again and finishes it', async () => {
    const { service } = await closedLunch(sharedStack())
    const page = await tablet(service)
    const batch = 'Twice-cooked pork, batch 1'
    await page
      .getByRole('button', { name: `Start ${batch}` })
      .first()
      .click()
    await page
      .getByRole('button', { name: `Not started: ${batch}` })
      .first()
      .click()
    await page
      .getByRole('button', { name: `Start ${batch}` })
      .first()
      .click()
    await page
      .getByRole('button', { name: `Done: ${batch}` })
      .first()
      .click()
    await page
      .getByText(/^Cooked \d\d:\d\d$/)
      .first()
      .waitFor()
  })

  it.each(['zh-CN', 'en'] as const)(
    'R13 has no accessibility violation and no untranslated key in %s',
    async (lang) => {
      const { service, number } = await orderFrom(sharedStack())
      const page = await tablet(service, lang)
      await page.getByRole('article').filter({ hasText: number }).waitFor()
      expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
      await page.getByRole('button', { name: lang === 'en' ? /^Finished/ : /^已完成/ }).click()
      await page.getByRole('dialog').waitFor()
      expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
      await expect.poll(() => page.locator('body').innerText()).not.toMatch(/\b[a-z]+\.[a-zA-Z]+\b|\{\{/)
    },
  )

  it.each(['zh-CN', 'en'] as const)(
    'K6 shows the clock of a cooked batch and takes where it is kept, in %s',
    async (lang) => {
      const { service } = await closedLunch(sharedStack())
      const page = await tablet(service, lang)
      const batch = lang === 'en' ? 'Twice-cooked pork, batch 1' : '回锅肉'
      const said = lang === 'en' ? ['Start', 'Done:'] : ['开始', '完成']
      for (const word of said) {
        await page
          .getByRole('button', { name: new RegExp(`^${word}.*${batch}`) })
          .first()
          .click()
      }
      await page.getByRole('button', { name: lang === 'en' ? 'More' : '更多' }).click()
      await page.getByRole('link', { name: lang === 'en' ? 'Food safety' : '食品安全' }).click()
      await page
        .getByRole('button', { name: lang === 'en' ? 'Into the cold' : '放入冷藏' })
        .first()
        .click()
      await page
        .getByText(lang === 'en' ? '· chilled ·' : '· 冷藏 ·')
        .first()
        .waitFor()
      expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
      await expect.poll(() => page.locator('body').innerText()).not.toMatch(/\b[a-z]+\.[a-zA-Z]+\b|\{\{/)
    },
  )
})
