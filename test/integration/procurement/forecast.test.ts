import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forecastRoutes } from '../../../src/http/procurement/forecasts/routes'
import { addDays } from '../../../src/kernel/time'
import { audit, outbox } from '../../../src/platform/schema'
import { accuracyReport } from '../../../src/procurement/forecasting/accuracy-report'
import { forecastFor } from '../../../src/procurement/forecasting/forecast-for'
import { forecastSite } from '../../../src/procurement/forecasting/forecast-site'
import { requestForecast, requestNightlyForecasts } from '../../../src/procurement/forecasting/request-forecast'
import { runById } from '../../../src/procurement/forecasting/show-forecasts'
import { forecasts } from '../../../src/procurement/schema/forecasts'
import { demandHistory } from '../../../src/procurement/schema/planning'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY, MONDAY_10, OPERATOR, SITE, TUESDAY } from '../../support/pantry'
import { type Door, openDoor, settle } from './door'

const ZONE = 'Asia/Shanghai'
const WEEKS = 12
/** Rice bowls sell 100 from Monday to Friday, 40 more on Tuesdays; noodles half of it. Every third day a little more. */
const wanted = (dishId: string, date: string): number => {
  const weekday = new Date(date).getUTCDay()
  const base = weekday === 2 ? 140 : 100
  return (dishId === 'rice_bowl' ? base : base / 2) + (Number(date.slice(-2)) % 3)
}
const dishes = ['rice_bowl', 'noodles']
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, i) => addDays(from, i)).filter(
    (date) => ![0, 6].includes(new Date(date).getUTCDay()),
  )
const menu = days(MONDAY, 14).flatMap((serviceDate) =>
  [...dishes, 'new_dish'].map((dishId) => ({ serviceDate, period: 'lunch' as const, dishId })),
)

let app: TestApp
let door: Door
let runId: string
beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await settle(app)
  await app.db.insert(demandHistory).values(
    days(addDays(MONDAY, -7 * WEEKS), 7 * WEEKS).flatMap((serviceDate) =>
      dishes.map((dishId) => {
        const portions = wanted(dishId, serviceDate)
        return {
          siteId: SITE,
          operatorId: OPERATOR,
          dishId,
          serviceDate,
          period: 'lunch' as const,
          portions,
          planned: portions + 10,
        }
      }),
    ),
  )
  door = await openDoor(app, forecastRoutes)
  runId = (await requestForecast(app, { operatorId: OPERATOR, siteId: SITE, requestedBy: 'per_buyer' })).id
})
afterEach(async () => {
  await door.close()
  await app.close()
})

const foresee = () =>
  forecastSite(app, {
    runId,
    operatorId: OPERATOR,
    siteId: SITE,
    zone: ZONE,
    menu,
    dishNames: new Map([
      ['rice_bowl', '肉饭'],
      ['new_dish', '肉饭'],
    ]),
  })
const path = (rest = '') => `/api/procurement/sites/${SITE}/forecasts${rest}`

describe('the nightly forecast', () => {
  it('states quantiles for every dish on the menus of two weeks, also for one never sold, and says how far it is', async () => {
    const { cells } = await foresee()
    const ahead = await forecastFor(app, { siteId: SITE, from: MONDAY, to: addDays(MONDAY, 14) })
    expect(ahead).toHaveLength(menu.length)
    const tuesday = ahead.find(({ serviceDate, dishId }) => serviceDate === TUESDAY && dishId === 'rice_bowl')
    expect(tuesday?.quantiles[3]).toBeGreaterThan(132)
    expect(tuesday?.quantiles[3]).toBeLessThan(148)
    expect(tuesday?.chosen).toBeGreaterThanOrEqual(Math.floor(tuesday?.quantiles[3] ?? 0))
    const fresh = ahead.find(({ dishId }) => dishId === 'new_dish')
    expect(fresh?.quantiles[3]).toBeGreaterThan(20)
    for (const { quantiles } of ahead) expect([...quantiles]).toEqual([...quantiles].sort((a, b) => a - b))
    expect(await runById(app, runId)).toMatchObject({ progress: 100, cells, finishedAt: MONDAY_10 })
  })

  it('looks four weeks back the first time, so that the model stands beside the planner at once', async () => {
    await foresee()
    const report = await accuracyReport(app, {
      siteId: SITE,
      from: addDays(MONDAY, -28),
      to: addDays(MONDAY, -1),
      serviceLevel: 0.9,
    })
    // the planner always had ten too many: 20 × 20 over the demand
    expect(report.total.planned).toMatchObject({ cells: 40, shortage: 0 })
    expect(report.total.planned.bias).toBeCloseTo(400 / report.total.planned.demand, 6)
    expect(report.total.model.cells).toBe(40)
    expect(report.total.model.wape).toBeLessThan(report.total.planned.wape ?? 0)
  })

  it('says the same when it is run again, and never changes the forecast of a day that is over', async () => {
    await foresee()
    const before = await app.db.select().from(forecasts).orderBy(asc(forecasts.serviceDate), asc(forecasts.dishId))
    await foresee()
    expect(await app.db.select().from(forecasts).orderBy(asc(forecasts.serviceDate), asc(forecasts.dishId))).toEqual(
      before,
    )
    expect(before.every(({ origin, serviceDate }) => origin < serviceDate)).toBe(true)
  })

  it('is asked for once a site and night, after half past one', async () => {
    const sites = [{ id: SITE, operatorId: OPERATOR, zone: ZONE }]
    app.setNow(new Date('2026-11-23T17:00:00Z')) // 01:00 on Tuesday: Monday's night was missed, as on a first start
    expect(await requestNightlyForecasts(app, sites)).toEqual({ requested: 1 })
    expect(await requestNightlyForecasts(app, sites)).toEqual({ requested: 0 })
    app.setNow(new Date('2026-11-23T18:00:00Z')) // 02:00 on Tuesday
    const asked = await Promise.all([requestNightlyForecasts(app, sites), requestNightlyForecasts(app, sites)])
    expect(asked.map(({ requested }) => requested).sort()).toEqual([0, 1])
    const facts = await app.db.select().from(outbox).where(eq(outbox.event, 'procurement.forecast-requested'))
    expect(facts).toHaveLength(3)
  })
})

describe('a person’s word', () => {
  it('stands instead of the model’s, with its reason, and both are scored when the day is over', async () => {
    await foresee()
    const at = path(`/lunch/rice_bowl/${TUESDAY}/override`)
    const put = await door.call('per_buyer', 'PUT', at, { body: { portions: 200, reason: 'A wedding party' } })
    expect(put).toMatchObject({
      status: 200,
      body: { chosen: 200, override: { portions: 200, by: 'Name of per_buyer' } },
    })
    const [cell] = await forecastFor(app, { siteId: SITE, from: TUESDAY, to: TUESDAY }).then((cells) =>
      cells.filter(({ dishId }) => dishId === 'rice_bowl'),
    )
    expect(cell).toMatchObject({ chosen: 200, override: { reason: 'A wedding party' } })
    expect(await app.db.select().from(audit).where(eq(audit.action, 'procurement.override-forecast'))).toHaveLength(1)

    await app.db.insert(demandHistory).values({
      siteId: SITE,
      operatorId: OPERATOR,
      dishId: 'rice_bowl',
      serviceDate: TUESDAY,
      period: 'lunch',
      portions: 160,
    })
    const median = cell?.quantiles[3] ?? 0
    const { overrides } = await accuracyReport(app, { siteId: SITE, from: TUESDAY, to: TUESDAY, serviceLevel: 0.9 })
    expect(overrides.cells).toBe(1)
    expect(overrides.wape).toBeCloseTo(40 / 160)
    expect(overrides.modelWape).toBeCloseTo(Math.abs(160 - median) / 160)

    const back = await door.call('per_buyer', 'PUT', at, { body: { portions: null, reason: 'Called off' } })
    expect(back.body['override']).toBeNull()
  })

  it('is refused for a day that is over and for what nobody forecast', async () => {
    await foresee()
    const body = { portions: 5, reason: 'No reason' }
    expect((await door.call('per_buyer', 'PUT', path(`/lunch/rice_bowl/2026-11-20/override`), { body })).status).toBe(
      409,
    )
    expect((await door.call('per_buyer', 'PUT', path(`/dinner/rice_bowl/${TUESDAY}/override`), { body })).status).toBe(
      404,
    )
    expect(
      (await door.call('per_stranger', 'PUT', path(`/lunch/rice_bowl/${TUESDAY}/override`), { body })).status,
    ).toBe(404)
  })
})

describe('the buyers’ door', () => {
  it('lists every series beside the planner, and shows one with its past, its fan and what is ordered', async () => {
    await foresee()
    const list = await door.call('per_buyer', 'GET', path('?serviceLevel=0.75'))
    expect(list).toMatchObject({
      status: 200,
      body: { today: MONDAY, serviceLevel: 0.75, run: { id: runId, progress: 100 } },
    })
    const series = list.body['series'] as { dishId: string; accuracy: { model: { cells: number } } }[]
    expect(series.map(({ dishId }) => dishId).sort()).toEqual(['new_dish', 'noodles', 'rice_bowl'])
    const one = await door.call('per_buyer', 'GET', path('/lunch/rice_bowl'))
    const { history, ahead } = one.body as unknown as {
      history: { quantiles: unknown }[]
      ahead: { firm: number; chosen: number; remainder: number }[]
    }
    expect(history.filter(({ quantiles }) => quantiles !== null)).toHaveLength(28)
    expect(ahead).toHaveLength(10)
    expect(ahead[0]).toMatchObject({ firm: 0, remainder: ahead[0]?.chosen })
    const accuracy = await door.call('per_buyer', 'GET', `/api/procurement/sites/${SITE}/accuracy`)
    expect(accuracy.body).toMatchObject({ from: '2026-10-26', to: '2026-11-22', periods: [{ period: 'lunch' }] })
  })

  it('shows nothing to strangers', async () => {
    for (const who of ['per_stranger', 'per_second'])
      for (const asked of [
        path(),
        path('/lunch/rice_bowl'),
        `/api/procurement/sites/${SITE}/accuracy`,
        `/api/procurement/sites/${SITE}/forecast-runs/${runId}`,
      ])
        expect([asked, (await door.call(who, 'GET', asked)).status]).toEqual([asked, 404])
  })
})
