import type { z } from 'zod'
import { densityOfDay } from '../../delivery/density/density-of-day'
import { runsOfDay, stopsOfDay } from '../../delivery/queries'
import { addDays, dateIn, type ServiceDate } from '../../kernel/time'
import { batchesByState, lateTickets } from '../../kitchen/figures'
import { groupsByState, nextMoments, ordersByCommunity, revenueOfDay, slotsOfDay } from '../../ordering/figures'
import { communitiesByIds, listCities, operatorsByIds, sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { openPurchases, stockRisks } from '../../procurement/planning/risks'
import type { showDay } from './contract'

type Answer = z.input<(typeof showDay)['answer']>

/** Whose day it is where a tenant has no site yet. */
export const NO_SITE_ZONE = 'Asia/Shanghai'
/** Lots that expire within so many days are a risk. */
const EXPIRY_DAYS = 2

/** Everything an operator sees of a day: about a dozen queries, whatever the number of orders. */
export async function readDay(app: App, operatorIds: readonly string[], wanted?: ServiceDate): Promise<Answer> {
  const sites = await sitesOf(app, operatorIds)
  const today = dateIn(sites[0]?.zone ?? NO_SITE_ZONE, app.now())
  const date = wanted ?? today
  const day = { operatorIds, date }
  const [operators, cities, slots, groups, revenue, byCommunity, runs, stops, density, risks, purchases, late, next] =
    await Promise.all([
      operatorsByIds(app, operatorIds),
      listCities(app),
      slotsOfDay(app, day),
      groupsByState(app, day),
      revenueOfDay(app, day),
      ordersByCommunity(app, day),
      runsOfDay(app, day),
      stopsOfDay(app, day),
      densityOfDay(app, day),
      stockRisks(app, operatorIds, addDays(date, EXPIRY_DAYS)),
      openPurchases(app, operatorIds),
      lateTickets(app, operatorIds, date),
      nextMoments(app, operatorIds),
    ])
  const menuDayIds = slots.map(({ menuDayId }) => menuDayId)
  const batches = menuDayIds.length > 0 ? await batchesByState(app, menuDayIds) : []
  const communities = await communitiesByIds(
    app,
    byCommunity.map(({ communityId }) => communityId),
  )
  const metres = sum(runs.map((run) => run.metres))
  const served = sum(density.map((menu) => menu.stops - menu.unserved))
  return {
    date,
    now: app.now().toISOString(),
    today,
    nextCutoffAt: next.cutoffAt?.toISOString() ?? null,
    nextServingAt: next.servesFrom?.toISOString() ?? null,
    operators: operators.map(({ id, name }) => ({ id, name })),
    currency: cities[0]?.currency ?? 'cny',
    orders: revenue.orders,
    revenueMinor: revenue.totalMinor,
    boxes: sum(groups.map(({ boxes }) => boxes)),
    delivered: countOf(groups, 'delivered'),
    failed: countOf(groups, 'failed'),
    kilometres: metres / 1_000,
    boxesPerStop: ratio(sum(density.map(({ boxes }) => boxes)), sum(density.map((menu) => menu.stops))),
    stopsPerKm: ratio(served, metres / 1_000),
    proposals: purchases.proposed,
    purchasesUnderWay: purchases.underWay,
    sites: sites.map(({ id: siteId, name, kind, cityId, zone, lat, lon }) => ({
      siteId,
      name,
      kind,
      cityId,
      zone,
      lat,
      lon,
      meals: slots
        .filter((slot) => slot.siteId === siteId)
        .map(({ menuDayId, period, cutoffAt, servesFrom, closedAt }) => {
          const own = groups.filter((group) => group.menuDayId === menuDayId)
          const cooked = batches.filter((batch) => batch.menuDayId === menuDayId)
          const driven = runs.filter((run) => run.menuDayId === menuDayId)
          const batchCount = (status: string) => sum(cooked.filter((b) => b.status === status).map((b) => b.batches))
          const runCount = (status: string) => driven.filter((run) => run.status === status).length
          return {
            menuDayId,
            period,
            cutoffAt: cutoffAt.toISOString(),
            servesFrom: servesFrom.toISOString(),
            closed: closedAt !== null,
            orders: sum(own.map(({ orders }) => orders)),
            boxes: sum(own.map(({ boxes }) => boxes)),
            cooking: countOf(own, 'cooking'),
            ready: countOf(own, 'ready'),
            onTheWay: countOf(own, 'on_the_way'),
            delivered: countOf(own, 'delivered'),
            failed: countOf(own, 'failed'),
            late: late.find((row) => row.menuDayId === menuDayId)?.late ?? 0,
            batches: { planned: batchCount('planned'), cooking: batchCount('cooking'), cooked: batchCount('cooked') },
            runs: {
              planned: runCount('planned'),
              claimed: runCount('claimed'),
              loaded: runCount('loaded'),
              on_the_way: runCount('on_the_way'),
              done: runCount('done'),
            },
          }
        }),
    })),
    risks,
    density: communities.map(({ id: communityId, cityId, name, lat, lon, households }) => {
      const own = byCommunity.find((row) => row.communityId === communityId)
      const { orders = 0, boxes = 0, buildings = 0 } = own ?? {}
      const per100Households = households > 0 ? (orders * 100) / households : 0
      return { communityId, cityId, name, lat, lon, households, orders, boxes, buildings, per100Households }
    }),
    runs,
    unserved: stops.flatMap(({ id: stopId, name, community, boxes, unservedReason: reason }) => {
      return reason ? [{ stopId, name, community, boxes, reason }] : []
    }),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null)

const countOf = (groups: readonly { status: string; orders: number }[], status: string): number =>
  sum(groups.filter((group) => group.status === status).map(({ orders }) => orders))
