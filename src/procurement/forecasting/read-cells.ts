import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'

/** One dish in one meal period of one day: what was wanted, foreseen and decided, as far as each is known. */
export interface Cell {
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  readonly portions: number | null
  readonly planned: number | null
  readonly quantiles: readonly number[] | null
  readonly method: string | null
  readonly origin: ServiceDate | null
  readonly override: {
    readonly portions: number
    readonly reason: string
    readonly decidedBy: string
    readonly decidedAt: string
  } | null
}

export interface CellFilter {
  readonly siteId: string
  /** Both inclusive. */
  readonly from: ServiceDate
  readonly to: ServiceDate
  readonly period?: MealPeriod | undefined
  readonly dishId?: string | undefined
}

/** Cells with demand, a forecast or both, by day; those of one series are its curve. */
export async function readCells(app: App, { siteId, from, to, period, dishId }: CellFilter): Promise<Cell[]> {
  const own = sql`site_id = ${siteId} and service_date between ${from} and ${to}
    ${period === undefined ? sql`` : sql`and period = ${period}`} ${dishId === undefined ? sql`` : sql`and dish_id = ${dishId}`}`
  const { rows } = await app.db.execute<Cell & Record<string, unknown>>(sql`
    select service_date::text as "serviceDate", period, dish_id as "dishId", d.eaten as portions,
           coalesce(d.planned, f.planned) as planned, f.quantiles, f.method, f.origin::text as origin,
           case when o.portions is not null then json_build_object('portions', o.portions, 'reason', o.reason,
             'decidedBy', o.decided_by, 'decidedAt', o.decided_at) end as override
    from (select * from procurement.demand_history where ${own}) d
    full join (select * from procurement.forecasts where ${own}) f using (site_id, service_date, period, dish_id)
    left join (select * from procurement.forecast_overrides where ${own}) o using (site_id, service_date, period, dish_id)
    order by 1, 2, 3`)
  return rows
}
