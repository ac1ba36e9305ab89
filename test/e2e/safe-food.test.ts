import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { foodTransfers } from '../../src/kitchen/schema/transfers'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import ui from '../../storefront/i18n/en/ui.json'
import { openBrowser } from '../support/browser'
import { OPERATOR } from '../support/service-day'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { closedLunch, KITCHEN } from './kitchen-lunch'
import { open, sideScroll, violations, visit } from './visit'

const TABLET = { viewport: { width: 1366, height: 800 } }

describe.skipIf(!inject('chromium'))('food that is safe, and said so', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  /** A tablet or a phone of the demo kitchen, logged in. */
  async function kitchenPage(lang: 'zh-CN' | 'en', options = {}): Promise<Page> {
    const { url } = sharedStack()
    const { page } = await visit(browser, url, { lang, options })
    const account = { email: KITCHEN.email, password: DEMO_PASSWORD }
    await page.context().request.post(`${url}/api/session`, { data: account })
    return page
  }

  /** The last day the demo kitchen sells, far from everybody else's, with a dish somebody may not be able to eat. */
  async function farMenu() {
    const { url } = sharedStack()
    const anyone = caller(url)
    const servicePointId = 'sp_door_luqi_05'
    const first = (await anyone.get(`/api/store/menu?servicePointId=${servicePointId}&period=lunch`)).body
    const { date } = first.dates.at(-1)
    const address = `servicePointId=${servicePointId}&date=${date}&period=lunch`
    const { menus } = (await anyone.get(`/api/store/menu?${address}`)).body
    const menu = menus.find(({ site }: { site: { id: string } }) => site.id === KITCHEN.siteId)
    const offer = menu.offers.find((one: any) => !one.soldOut && one.allergens.contains.length > 0)
    return {
      servicePointId,
      date: date as string,
      offer,
      code: offer.allergens.contains[0] as keyof typeof ui.allergen,
    }
  }

  it('R4 K4 a resident says what they cannot eat, takes it knowingly, the kitchen sees it, and reads that it ran out', async () => {
    const { url } = sharedStack()
    const { servicePointId, date, offer, code } = await farMenu()
    const allergen = ui.allergen[code]
    const { page, complaints } = await visit(browser, url, { lang: 'en', place: servicePointId })
    await page.context().request.post(`${url}/api/session/guest`, { data: { name: '林夏', phone: '13800138000' } })

    await open(page, `${url}/me/allergens`)
    await page.getByLabel(allergen, { exact: true }).check()
    await page.getByLabel(/^I agree/).check()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/^Saved/).waitFor()

    await open(page, `${url}/?date=${date}&period=lunch`)
    const card = page.getByRole('listitem').filter({ hasText: offer.name.en })
    await card.getByText(new RegExp(`^Not for you: .*${allergen}`)).waitFor()
    await card.getByRole('button', { name: /^Add / }).click()
    await page.getByRole('button', { name: /Check out/ }).click()
    const allTheSame = page.getByLabel(/I want it all the same/)
    await allTheSame.waitFor()
    const pay = page.getByRole('button', { name: /^Pay / })
    await expect.poll(() => pay.getAttribute('aria-disabled')).toBe('true')
    await allTheSame.check()
    await page.getByLabel('Mobile number').fill('138 0013 8000')
    await pay.click()
    await page.waitForURL(/\/pay\//)
    await page.getByRole('button', { name: 'Pay', exact: true }).click()
    await page.waitForURL(/\/orders\//)
    await page.getByText(/^You wanted it although/).waitFor()
    const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Order ', '')

    const tablet = await kitchenPage('en', TABLET)
    await open(tablet, `${url}/kitchen?site=${KITCHEN.siteId}&service=${encodeURIComponent(`${date} lunch`)}`)
    const ticket = tablet.getByRole('article', { name: `Ticket ${number}` })
    await ticket.getByText(`ALLERGY: ${allergen}`).waitFor()

    await tablet.getByRole('button', { name: `${offer.name.en} ran out` }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Ran out' }).click()
    await page
      .getByText(/ran out/)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it.each(['zh-CN', 'en'] as const)(
    'K7 O4 a kitchen sends, counts, writes down what is left and clocks in, on a phone and in %s',
    async (lang) => {
      const { url, env } = sharedStack()
      const said = (zh: string, en: string) => (lang === 'en' ? en : zh)
      const { service } = await closedLunch(sharedStack())
      const page = await kitchenPage(lang)
      const ask = page.context().request
      const at = service.replace(' ', '/')
      const board = await (await ask.get(`${url}/api/kitchen/sites/${KITCHEN.siteId}/services/${at}`)).json()
      const batch = board.batches.find(({ status }: { status: string }) => status === 'planned')
      for (const step of ['start', 'finish']) {
        const headers = { 'idempotency-key': randomUUID(), origin: url }
        await ask.post(`${url}/api/kitchen/batches/${batch.id}/${step}`, { headers, data: {} })
      }
      const { satellites } = await (await ask.get(`${url}/api/kitchen/sites/${KITCHEN.siteId}/transfers`)).json()
      const app = await openApp(readConfig(env), { name: 'test', poolSize: 1 })
      const comes = { id: `ftr_${randomUUID()}`, operatorId: OPERATOR, batchId: batch.id, name: batch.name, sent: 5 }
      const from = { fromSiteId: satellites[0].id, toSiteId: KITCHEN.siteId, mode: 'hot' as const, sentBy: 'cook' }
      await app.db.insert(foodTransfers).values({ ...comes, ...from, sentAt: app.now() })
      await app.close()

      await open(page, `${url}/kitchen/transfers?site=${KITCHEN.siteId}`)
      await page
        .getByRole('button', { name: said('签收', 'Receive'), exact: true })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(said('实收份数', 'Portions counted')).fill('4')
      await dialog.getByLabel(said('缺少 1 份的原因', 'Why is 1 portion missing?')).fill('A lid was open')
      await dialog.getByRole('button', { name: said('签收', 'Receive') }).click()
      await page.getByText(said('缺 1 份：A lid was open', '1 missing: A lid was open')).first().waitFor()

      await page
        .getByRole('button', { name: said('调出', 'Send ') })
        .first()
        .click()
      await dialog.getByLabel(said('份数', 'Portions')).fill('2')
      await dialog.getByRole('button', { name: said('调出', 'Send'), exact: true }).click()
      await page.getByText(said('2 份在途', '2 under way')).first().waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideScroll(page)).toBe(0)

      await open(page, `${url}/kitchen/left-overs?site=${KITCHEN.siteId}&service=${encodeURIComponent(service)}`)
      await page
        .getByRole('button', { name: said('登记未食用', 'Write down what') })
        .first()
        .click()
      await dialog.getByLabel(said('份数', 'Portions')).fill('3')
      await dialog.getByRole('button', { name: said('登记', 'Write down'), exact: true }).click()
      await page.getByText(said('剩余 3 份', '3 left over')).first().waitFor()
      expect(await violations(page)).toEqual([])

      await open(page, `${url}/kitchen/crew?site=${KITCHEN.siteId}`)
      await page.getByRole('button', { name: said('上班打卡', 'Clock in') }).click()
      await page.getByRole('button', { name: said('下班打卡', 'Clock out') }).click()
      await page.getByRole('button', { name: said('上班打卡', 'Clock in') }).waitFor()
      await page.getByRole('table').waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideScroll(page)).toBe(0)
    },
  )
})
