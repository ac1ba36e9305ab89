import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { sharedStack } from '../support/stack'
import { isTidy, shot } from './desk'
import { logInThrough } from './log-in'
import { visit } from './visit'

const LOOKS = [
  ['zh-CN', 1440, 900],
  ['en', 1440, 900],
  ['zh-CN', 390, 844],
  ['en', 390, 844],
] as const

describe.skipIf(!inject('chromium'))('a company’s page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  async function companyPage(email: string, lang: 'zh-CN' | 'en' = 'en', [width, height] = [1440, 900]) {
    const { url } = sharedStack()
    const seen = await visit(browser, url, { lang, options: { viewport: { width, height } } })
    await seen.page.goto(`${url}/company`)
    await logInThrough(seen.page, { email, password: DEMO_PASSWORD }, /\/company/)
    return seen
  }

  it('a company admin logs in, finds people by name and by department, and nobody of another company', async () => {
    const { page, complaints } = await companyPage('company@linli.example')
    await page.getByRole('heading', { name: 'Ruiluan Software' }).waitFor()
    const shown = page.getByRole('status').filter({ hasText: 'shown' })
    await shown.getByText('152 people shown').waitFor()
    await expect.poll(() => page.getByRole('row').count()).toBe(51)
    await page.getByRole('button', { name: 'Show 50 more' }).click()
    await expect.poll(() => page.getByRole('row').count()).toBe(101)

    await page.getByRole('button', { name: /^Engineering/ }).click()
    await page.waitForURL(/department=engineering/)
    const departments = async () => [...new Set(await page.locator('tbody td:nth-child(2)').allInnerTexts())]
    await expect.poll(departments).toEqual(['Engineering'])
    await page.getByRole('button', { name: /^Everybody/ }).click()
    await page.waitForURL((at) => !at.search.includes('department'))
    await page.getByRole('searchbox').fill('叶文岚')
    await shown.getByText('1 person shown').waitFor()
    await page.getByRole('searchbox').fill('nobody has this name')
    await page.getByText('Nobody fits').waitFor()
    await page.getByRole('button', { name: 'Show everybody' }).click()
    await shown.getByText('152 people shown').waitFor()

    await page.goto(`${sharedStack().url}/company?search=bodeng`)
    await page.getByText('Nobody fits').waitFor()
    expect(complaints).toEqual([])
  })

  it('is closed to employees', async () => {
    const { page } = await companyPage('employee@linli.example')
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.locator('body').innerText()).not.toContain('Ruiluan Software')
  })

  it.each(LOOKS)('R13 is readable by everybody, without a bare key: %s, %i wide', async (lang, width, height) => {
    const { page, complaints } = await companyPage('company@linli.example', lang, [width, height])
    await page.getByRole('searchbox').waitFor()
    await shot(page, `company-${lang}-${width}`)
    await isTidy(page)
    expect(complaints).toEqual([])
  })
})
