import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { addDays, dateIn, instantOf } from '../../src/kernel/time'
import { openBrowser } from '../support/browser'
import { caller } from '../support/door'
import { type Stack, startStack } from '../support/stack'
import { bareKeys } from './bare-keys'
import { shot } from './desk'
import { logInThrough } from './log-in'
import { sideScroll, violations } from './visit'

const ZONE = 'Asia/Shanghai'
const CASHIER = { role: 'till', email: 'till@linli.example', password: DEMO_PASSWORD }
const WORDS = {
  en: {
    member: /Member or card/,
    code: 'Member code or card number',
    grant: /meal grant/,
    pay: 'Take payment',
    take: /^Paid/,
    next: 'Next guest',
    day: 'Day and closing',
    undo: /^Undo /,
  },
  'zh-CN': {
    member: /会员或饭卡/,
    code: '会员码或卡号',
    grant: /助餐补贴/,
    pay: '收款',
    take: /^确认收款/,
    next: '下一位',
    day: '当日与结账',
    undo: /^撤销 /,
  },
} as const

describe.skipIf(!inject('chromium'))('the till of a canteen', () => {
  let browser: Browser
  let stack: Stack

  beforeAll(async () => {
    // a till sells while its meal is on: the clock of these tests is theirs
    stack = await startStack()
    browser = await openBrowser()
    const anyone = caller(stack.url)
    const { token } = (await anyone.post('/api/session', { email: 'operator@linli.example', password: DEMO_PASSWORD }))
      .body
    const { installation } = (await anyone.get('/api/session')).body
    const lunch = instantOf(addDays(dateIn(ZONE, new Date(installation.now)), 1), '11:10', ZONE)
    await caller(stack.url, token).post('/api/operator/clock', { at: lunch.toISOString() })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await stack?.stop()
  })

  it.each([
    ['en', { width: 1280, height: 800 }, 'LL100001'],
    ['zh-CN', { width: 390, height: 844 }, 'LL100002'],
  ] as const)(
    'S2 sells a senior’s lunch with its grants named, in %s',
    { timeout: 120_000 },
    async (lang, viewport, card) => {
      const words = WORDS[lang]
      const context = await browser.newContext({ viewport, locale: lang, reducedMotion: 'reduce' })
      await context.addCookies([{ name: 'lang', value: lang, url: stack.url }])
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      const isTidy = async (name: string) => {
        await shot(page, `till-${lang}-${name}`)
        expect(await violations(page)).toEqual([])
        expect(await sideScroll(page)).toBeLessThanOrEqual(0)
        if (lang === 'en') expect(await bareKeys(page, 'till', 'ui')).toEqual([])
      }
      await page.goto(`${stack.url}/till`)
      await logInThrough(page, CASHIER, /\/till/)
      const dish = page.locator('main ul').first().getByRole('button').first()
      await dish.click()
      await dish.click()
      await page.getByRole('button', { name: words.member }).click()
      const code = page.getByLabel(words.code)
      await code.fill(card)
      await code.press('Enter')
      await page.getByText(words.grant).first().waitFor()
      await isTidy('basket')
      await page.getByRole('button', { name: words.pay, exact: true }).click()
      const take = page.getByRole('button', { name: words.take })
      await take.waitFor()
      await isTidy('pay')
      await take.click()
      await page.getByRole('button', { name: words.next }).waitFor()
      await isTidy('receipt')
      await page.getByRole('button', { name: words.next }).click()
      await page.getByRole('button', { name: words.day }).click()
      await page.getByRole('button', { name: words.undo }).first().waitFor()
      await isTidy('day')
      await context.close()
    },
  )
})
