import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { group } from '../integration/delivery/lunch'
import { openBrowser } from '../support/browser'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { bareKeys } from './bare-keys'
import { type Account, CODE, driveOff, type Kitchen, kitchenFor, lunchWith } from './courier-lunch'
import { shot } from './desk'
import { logInThrough } from './log-in'
import { sideScroll, violations, visit } from './visit'

const SOON = { timeout: 20_000 }

describe.skipIf(!inject('chromium'))('the dispatcher’s board', () => {
  let browser: Browser
  let accounts: readonly (Account & { role: string })[]
  let kitchen: Kitchen
  beforeAll(async () => {
    browser = await openBrowser()
    accounts = (await caller(sharedStack().url).get('/api/session')).body.installation.demoAccounts
    kitchen = await kitchenFor(sharedStack(), accountOf('dispatcher'))
  })
  afterAll(async () => {
    await browser?.close()
    await kitchen?.close()
  })

  const accountOf = (role: string): Account => {
    const found = accounts.find((account) => account.role === role)
    if (!found) throw new Error(`the demo has no ${role}`)
    return found
  }
  /** A lunch of two runs: neither building leaves room for the other in one van. */
  async function twoRuns() {
    const stack = sharedStack()
    const me = caller(stack.url, kitchen.token)
    const day = await lunchWith(stack, kitchen, [
      group('east-1', { number: 'D1', boxes: 35, code: CODE }),
      group('east-2', { number: 'D2', boxes: 1, code: CODE }),
      group('east-2', { number: 'D3', boxes: 1, code: CODE }),
      group('west-1', { number: 'D4', boxes: 35, code: CODE }),
    ])
    return { ...day, me }
  }
  let seen = 0
  const isTidy = async (page: Page) => {
    seen += 1
    await shot(page, `dispatch-${seen}`)
    expect(await violations(page)).toEqual([])
    expect(await sideScroll(page)).toBeLessThanOrEqual(0)
    expect(await bareKeys(page, 'dispatch', 'console', 'ui')).toEqual([])
  }
  const desk = async (path: string, lang: 'zh-CN' | 'en', viewport: { width: number; height: number }) => {
    const { url } = sharedStack()
    const { page } = await visit(browser, url, { lang, options: { viewport } })
    await page.goto(`${url}${path}`)
    await logInThrough(page, accountOf('dispatcher'), /\/console\/dispatch/)
    return page
  }

  it('D3 a dispatcher sees what a move does before it is made, makes it, takes it back, gives a run away and follows it', async () => {
    const { menuDayId, siteId, runs, stops, me } = await twoRuns()
    expect(runs.length).toBeGreaterThan(1)
    const stop = stops.find(({ buildingId }) => buildingId === 'east-2')
    const from = runs.find(({ id }) => id === stop?.runId)
    const to = runs.find(({ id }) => id !== stop?.runId)
    if (!stop || !from || !to) throw new Error('a stop and another run')
    const runOfStop = async () => {
      const board = (await me.get(`/api/dispatch/menu-days/${menuDayId}`)).body
      return board.stops.find(({ id }: { id: string }) => id === stop.id).runId
    }
    const place = `?site=${siteId}&meal=${menuDayId}`
    const page = await desk(`/console/dispatch${place}&run=${from.id}&stop=${stop.id}`, 'en', {
      width: 1440,
      height: 900,
    })
    await page.locator('[data-drawn=true]').waitFor(SOON)
    await isTidy(page)

    const card = (number: number | undefined) => page.locator(`[data-run="${number}"]`)
    const rows = page.getByRole('list', { name: `Stops of run ${from.number}` }).getByRole('listitem')
    await rows.filter({ has: page.locator(`#stop-${stop.id}`) }).dragTo(card(to.number))
    await page.getByRole('region', { name: 'Stops whose time changes' }).waitFor()
    expect(await runOfStop()).toBe(from.id)
    await isTidy(page)
    await page.getByRole('button', { name: 'Move it' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    expect(await runOfStop()).toBe(to.id)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(runOfStop, SOON).toBe(from.id)

    await card(from.number).getByLabel('Courier').selectOption({ index: 1 })
    await card(from.number).getByText('claimed').waitFor(SOON)
    // somebody else's change is on this screen by itself
    await me.post(`/api/dispatch/stops/${stop.id}/pin`, { pinned: true })
    await card(from.number).getByText('Pinned to this run').waitFor(SOON)
    await page.getByText('Table', { exact: true }).click()
    await page.getByRole('region', { name: 'Stops' }).waitFor()
    await isTidy(page)
  })

  it('D3 a stop is split, and a courier who cannot go on is replaced', async () => {
    const { menuDayId, siteId, runs, stops } = await twoRuns()
    const stop = stops.find(({ buildingId }) => buildingId === 'east-2')
    const [own, other] = [runs.find(({ id }) => id === stop?.runId), runs.find(({ id }) => id !== stop?.runId)]
    if (!stop || !own || !other) throw new Error('a stop and another run')
    const place = `?site=${siteId}&meal=${menuDayId}&run=${own.id}&stop=${stop.id}`
    const page = await desk(`/console/dispatch${place}`, 'en', { width: 1440, height: 900 })
    const rows = page.getByRole('list', { name: `Stops of run ${own.number}` }).locator('> li')
    await page.getByRole('button', { name: 'Split …' }).click()
    const before = await rows.count()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Take 1 box out' }).click()
    await expect.poll(() => rows.count(), SOON).toBe(before + 1)

    await driveOff(sharedStack(), other.id, 'per_e2e_courier')
    const card = page.locator(`[data-run="${other.number}"]`)
    await card.getByText('on the way').waitFor(SOON)
    await card.getByRole('button').first().click()
    await card.getByRole('button', { name: 'Courier cannot go on' }).click()
    await page.getByLabel('Why').selectOption('illness')
    await page.getByLabel('Taken over by').selectOption({ index: 1 })
    await isTidy(page)
    const cards = page.locator('[data-run]')
    const standing = await cards.count()
    await page.getByRole('button', { name: 'Stop this run and plan a new one' }).click()
    await card.getByText('Stopped: illness').waitFor(SOON)
    await expect.poll(() => cards.count(), SOON).toBe(standing + 1)
    await isTidy(page)
  })

  it('D2 在手机上看得到排线、没排上的原因，也能重新排线', async () => {
    const { menuDayId, siteId, runs } = await twoRuns()
    const page = await desk(`/console/dispatch?site=${siteId}&meal=${menuDayId}`, 'zh-CN', { width: 390, height: 844 })
    await page.locator(`[data-run="${runs[0]?.number}"]`).waitFor()
    await isTidy(page)
    await page.getByRole('button', { name: '重新排线' }).click()
    await page.getByRole('button', { name: '立即重新排线' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('[data-run]').first().waitFor(SOON)
    await page.getByText(/^未排上/).click()
    await page.getByText('所有站点都已排上').waitFor()
    await isTidy(page)
    for (const tab of ['取餐柜', '车辆']) {
      await page.getByRole('link', { name: tab }).click()
      await page.getByRole('link', { name: tab, exact: true }).and(page.locator('[aria-current=page]')).waitFor()
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
      await isTidy(page)
    }
  })
})
