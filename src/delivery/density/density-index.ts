import { sql } from 'drizzle-orm'
import type { MealPeriod } from '../../kernel/time'
import type { App } from '../../platform/app'
import { breakEvenDropSize } from '../domain/break-even'
import { type DensityFilter, plansOf } from './density-filter'
import { withMeals } from './meals'
import { pricesOf } from './route-prices'

/** How dense some meals were to deliver. Ratios are null where there is nothing to divide by. */
export interface DensityFigures {
  readonly meals: number
  readonly orders: number
  readonly boxes: number
  readonly stops: number
  readonly unserved: number
  readonly runs: number
  readonly metres: number
  /** Orders of one building in one meal, where anybody ordered. */
  readonly ordersPerBuilding: number | null
  /** The drop size. */
  readonly boxesPerStop: number | null
  readonly stopsPerKm: number | null
  /** The drop size at which a tour earns what it costs. */
  readonly breakEven: number | null
}

/** The figures of one kitchen's meals of one kind. */
export interface KitchenDensity extends DensityFigures {
  readonly siteId: string
  readonly operatorId: string
  readonly period: MealPeriod
}

interface Row extends Record<string, unknown> {
  readonly siteId: string | null
  readonly operatorId: string | null
  readonly period: MealPeriod | null
  readonly meals: number
  readonly orders: number
  readonly boxes: number
  readonly stops: number
  readonly unserved: number
  readonly buildings: number
  readonly runs: number
  readonly metres: number
}

/** The density of all meals a filter means, and of each kitchen's; without cancelled orders, and prices of the first tenant for all. */
export async function densityIndex(
  app: App,
  filter: DensityFilter,
): Promise<{ all: DensityFigures; kitchens: KitchenDensity[] }> {
  const { rows } = await app.db.execute<Row>(sql`
    ${withMeals(plansOf(filter))}
    select operator_id as "operatorId", site_id as "siteId", period, count(*)::int as meals,
           coalesce(sum(orders), 0)::int as orders, coalesce(sum(boxes), 0)::int as boxes,
           coalesce(sum(stops), 0)::int as stops, coalesce(sum(unserved), 0)::int as unserved,
           coalesce(sum(buildings), 0)::int as buildings,
           coalesce(sum(runs), 0)::int as runs, coalesce(sum(metres), 0)::int as metres
    from meals
    group by grouping sets ((operator_id, site_id, period), ())
    order by site_id, period`)
  const prices = await pricesOf(app, filter.operatorIds)
  const figures = (row: Row): DensityFigures => {
    const served = row.stops - row.unserved
    const own = prices.find(({ operatorId }) => operatorId === row.operatorId) ?? prices[0]
    const { siteId: _, operatorId: __, period: ___, buildings, ...counts } = row
    return {
      ...counts,
      ordersPerBuilding: ratio(row.orders, buildings),
      boxesPerStop: ratio(row.boxes, row.stops),
      stopsPerKm: ratio(served * 1_000, row.metres),
      breakEven: own ? breakEvenDropSize(own, { runs: row.runs, stops: served, metres: row.metres }) : null,
    }
  }
  const whole = rows.find(({ siteId }) => siteId === null)
  return {
    all: figures(whole ?? NOTHING),
    kitchens: rows.flatMap((row) => {
      const { siteId, operatorId, period } = row
      return siteId && operatorId && period ? [{ siteId, operatorId, period, ...figures(row) }] : []
    }),
  }
}

const NOTHING: Row = {
  siteId: null,
  operatorId: null,
  period: null,
  meals: 0,
  orders: 0,
  boxes: 0,
  stops: 0,
  unserved: 0,
  buildings: 0,
  runs: 0,
  metres: 0,
}

const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null)
