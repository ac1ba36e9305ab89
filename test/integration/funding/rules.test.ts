import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { companySetupRoutes } from '../../../src/http/company/setup/routes'
import { companySpendRoutes } from '../../../src/http/company/spend/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor, staff } from '../../support/door'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { budget, employee, found, orderAs, quoteOf } from './company'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let admin: ReturnType<typeof caller>

beforeEach(async () => {
  app = await testApp()
  // Sunday the 1st, after midnight; Monday's lunch is open until 18:00
  app.setNow(BEFORE)
  await raise(app, { portions: 2_000, days: 6 })
  await found(app)
  door = await openDoor(app, [...storeRoutes(openPayments(app.config)), ...companySetupRoutes, ...companySpendRoutes])
  admin = caller(door.url, await staff(app, 'company_admin', 'op', 'cmp'))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

const at = '/api/company/companies/cmp'
const lunch = {
  amountMinor: 2_500,
  per: 'meal',
  periods: ['lunch'],
  days: 'every_day',
  carryOver: false,
  excludes: ['delivery_fee', 'tip'],
}
const write = (rule: Record<string, unknown> = {}, given: Record<string, unknown> = {}) =>
  admin.post(`${at}/rules`, {
    name: { zh: '午餐补贴', en: 'Lunch' },
    rule: { ...lunch, ...rule },
    from: '2026-11-02',
    ...given,
  })
const due = async (me: Awaited<ReturnType<typeof employee>>, date = '2026-11-02') =>
  (await quoteOf(me, ['rice'], { date })).body.dueMinor as number
const change = (me: { readonly personId: string }, facts: ReturnType<typeof sql>) =>
  app.db.execute(sql`update funding.employees set ${facts} where person_id = ${me.personId}`)

describe('allowance rules as a page writes them', () => {
  it.each([
    ['a shift', { shifts: ['late'] }, sql`shift = 'late'`],
    ['a site of the company', { buildingIds: ['bld'] }, sql`building_id = 'bld'`],
  ])('pay for %s and for nobody else', async (_what, rule, fact) => {
    expect((await write(rule)).status).toBe(201)
    const [one, other] = [await employee(app, door.url), await employee(app, door.url)]
    await change(one, fact)
    expect([await due(one), await due(other)]).toEqual([0, 1_800])
  })

  it('pay on their weekdays, at their kitchens, for their meals', async () => {
    await write({ days: [2, 3], siteIds: ['k1'] })
    const me = await employee(app, door.url)
    expect(await Promise.all(['02', '03', '04', '05'].map((day) => due(me, `2026-11-${day}`)))).toEqual([
      1_800, 0, 0, 1_800,
    ])
    const dinner = await quoteOf(me, ['rice'], { site: 'k2', period: 'dinner', date: '2026-11-03' })
    expect(dinner.body).toMatchObject({ dueMinor: 1_800, payers: [{ reason: { code: 'no_rule' } }] })
  })

  it('change from a day on by a new version, and what was used of that day counts on', async () => {
    const { body } = await write()
    const [{ seriesId }] = body.rules
    const me = await employee(app, door.url)
    await orderAs(me, ['rice'], { date: '2026-11-04' })
    const next = await write({ amountMinor: 3_000 }, { seriesId, from: '2026-11-04' })
    expect(next.body.rules).toMatchObject([
      { from: '2026-11-02', to: '2026-11-03', state: 'coming', rule: { amountMinor: 2_500 } },
      { from: '2026-11-04', to: null, state: 'coming', rule: { amountMinor: 3_000 } },
    ])
    // 18.00 of the 30.00 of the 4th are gone; the 3rd is still of the old version
    const left = (date: string) => quoteOf(me, ['rice'], { date })
    expect((await left('2026-11-04')).body.dueMinor).toBe(600)
    expect((await left('2026-11-03')).body.payers[0].reason.params.limitMinor).toBe(2_500)
    const ended = await admin.post(`${at}/rules/${seriesId}/end`, { to: '2026-11-04' })
    expect(ended.body.rules.at(-1)).toMatchObject({ to: '2026-11-04' })
    expect(await due(me, '2026-11-05')).toBe(1_800)
    const spend = await admin.get(`${at}/spend?month=2026-12`)
    expect(spend.body.rules).toEqual([])
  })

  it('begin tomorrow at the earliest, and only for the own company', async () => {
    expect((await write({}, { from: '2026-11-01' })).body.error.code).toBe('rule_starts_too_soon')
    expect((await write({}, { seriesId: 'rul_unknown' })).status).toBe(404)
    expect((await write({ amountMinor: -1 })).status).toBe(422)
    expect((await write({ amountMinor: 10.5 })).status).toBe(422)
    const rival = caller(door.url, await staff(app, 'company_admin', 'op', 'other'))
    expect((await rival.get(`${at}/setup`)).status).toBe(404)
  })

  it('carry over what a day left, where they say so', async () => {
    await write({ per: 'day', carryOver: true, amountMinor: 1_000, periods: ['dinner'] })
    const me = await employee(app, door.url)
    const dinner = async (date: string) => (await quoteOf(me, ['rice'], { site: 'k2', period: 'dinner', date })).body
    expect((await dinner('2026-11-03')).dueMinor).toBe(800)
    // the morning of the 3rd: the 2nd is over, and nothing of it was used
    app.setNow(new Date('2026-11-03T00:30:00.000Z'))
    expect((await dinner('2026-11-03')).dueMinor).toBe(0)
    expect((await dinner('2026-11-04')).dueMinor).toBe(800)
  })
})

describe('kitchens, meals, cost centres and budgets', () => {
  it('B6 keeps the money to the kitchens and meals the company allows', async () => {
    await write({ periods: ['lunch', 'dinner'] })
    const me = await employee(app, door.url)
    await admin.put(`${at}/allowed`, { siteIds: ['k1'], periods: null })
    const dinner = () => quoteOf(me, ['rice'], { site: 'k2', period: 'dinner' })
    expect((await dinner()).body.payers[0].reason.code).toBe('kitchen_not_allowed')
    await admin.put(`${at}/allowed`, { siteIds: null, periods: ['lunch'] })
    expect((await dinner()).body).toMatchObject({ dueMinor: 1_800, payers: [{ reason: { code: 'meal_not_allowed' } }] })
    expect(await due(me)).toBe(0)
    expect((await admin.put(`${at}/allowed`, { siteIds: ['site_of_others'], periods: null })).status).toBe(404)
  })

  it('B4 takes a new budget at once, and none below what is used', async () => {
    await budget(app, 10_000)
    const me = await employee(app, door.url)
    await orderAs(me, ['rice'])
    const put = (limitMinor: number) => admin.put(`${at}/cost-centres/cmp_rd/budget`, { month: '2026-11', limitMinor })
    expect((await put(1_799)).body.error).toMatchObject({ code: 'budget_below_used', params: { usedMinor: 1_800 } })
    expect((await put(1_800)).body.centres).toMatchObject([{ limitMinor: 1_800, usedMinor: 1_800 }])
    expect(await due(me)).toBe(1_800)
    const centre = { legalEntityId: 'cmp_le', code: 'RD', name: { zh: '研发', en: 'R&D' }, ownerId: null }
    expect((await admin.post(`${at}/cost-centres`, centre)).body.error.code).toBe('code_taken')
    const own = await admin.post(`${at}/cost-centres`, { ...centre, code: 'HR', ownerId: me.personId })
    expect(own.body.centres).toHaveLength(2)
    expect((await admin.post(`${at}/cost-centres`, { ...centre, code: 'X', ownerId: 'per_of_others' })).status).toBe(
      404,
    )
  })

  it('B6 gives the agreed price to the company’s money from its day on', async () => {
    await write()
    const operator = caller(door.url, await staff(app, 'operator', 'op'))
    const put = (priceMinor: number) =>
      operator.put('/api/operator/companies/cmp/prices/dish_rice', { priceMinor, from: '2026-11-01' })
    expect((await put(1_600)).body.prices).toMatchObject([{ priceMinor: 1_600, publicMinor: 1_800 }])
    expect((await put(1_500)).body.prices).toMatchObject([{ priceMinor: 1_500 }])
    const me = await employee(app, door.url)
    expect((await quoteOf(me, ['rice'])).body.totalMinor).toBe(1_500)
    expect((await quoteOf(me, ['rice'], { payWith: 'private' })).body).toMatchObject({ totalMinor: 1_800, payers: [] })
  })
})
