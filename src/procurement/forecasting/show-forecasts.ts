import { desc, eq } from 'drizzle-orm'
import { addDays, type MealPeriod, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { LEVELS, MEDIAN, valueAt } from '../engine/forecast/levels'
import { forecastRuns } from '../schema/forecasts'
import { type Accuracy, accuracyOf } from './accuracy'
import { grouped } from './grouped'
import { type Cell, readCells } from './read-cells'

export { LEVELS }

/** Accuracy is of the last weeks. */
export const SCORED_DAYS = 28
/** Days ahead that are shown. */
export const AHEAD_DAYS = 14
/** Points of a sparkline. */
const LATELY = 14

export interface SeriesSummary {
  readonly dishId: string
  readonly period: MealPeriod
  readonly lately: readonly { readonly date: ServiceDate; readonly portions: number }[]
  readonly next: { date: ServiceDate; quantiles: number[]; chosen: number; overridden: boolean } | null
  readonly ahead: { readonly days: number; readonly median: number; readonly chosen: number }
  readonly method: string | null
  readonly accuracy: Accuracy
}

/** What is to be cooked of a cell: what a person decided, else the quantile at the service level in whole portions. */
export const chosenOf = ({ override, quantiles }: Pick<Cell, 'override' | 'quantiles'>, serviceLevel: number): number =>
  override?.portions ?? Math.ceil(valueAt(quantiles ?? [], serviceLevel))

/** Firm orders consume the forecast: what is still to come of a quantity when so much is ordered. */
export const remainderOf = (chosen: number, firm: number): number => Math.max(0, chosen - firm)

export interface ListSeries {
  readonly siteId: string
  readonly today: ServiceDate
  readonly serviceLevel: number
  readonly period?: MealPeriod | undefined
}

/** Every series of a site that was forecast lately, those with most to come first. */
export async function listSeries(
  app: App,
  { siteId, today, serviceLevel, period }: ListSeries,
): Promise<SeriesSummary[]> {
  const window = { from: addDays(today, -SCORED_DAYS), to: addDays(today, AHEAD_DAYS) }
  const cells = await readCells(app, { siteId, period, ...window })
  const series = grouped(cells, (cell) => `${cell.period}/${cell.dishId}`)
  return [...series.values()]
    .flatMap((own) => {
      const [first] = own
      if (!first) return []
      const ahead = own.filter(({ serviceDate, quantiles }) => serviceDate >= today && quantiles !== null)
      const [next] = ahead
      const sum = (of: (cell: Cell) => number) => ahead.reduce((total, cell) => total + of(cell), 0)
      return [
        {
          dishId: first.dishId,
          period: first.period,
          lately: own
            .flatMap(({ serviceDate, portions }) => (portions === null ? [] : [{ date: serviceDate, portions }]))
            .slice(-LATELY),
          next: next
            ? {
                date: next.serviceDate,
                quantiles: [...(next.quantiles ?? [])],
                chosen: chosenOf(next, serviceLevel),
                overridden: next.override !== null,
              }
            : null,
          ahead: {
            days: ahead.length,
            median: sum(({ quantiles }) => quantiles?.[MEDIAN] ?? 0),
            chosen: sum((cell) => chosenOf(cell, serviceLevel)),
          },
          method: own.findLast(({ method }) => method !== null)?.method ?? null,
          accuracy: accuracyOf(
            own.filter(({ serviceDate }) => serviceDate < today),
            serviceLevel,
          ),
        },
      ]
    })
    .sort((a, b) => b.ahead.chosen - a.ahead.chosen)
}

/** The last forecast asked for at a site. */
export async function lastRun(app: App, siteId: string) {
  const [run] = await app.db
    .select()
    .from(forecastRuns)
    .where(eq(forecastRuns.siteId, siteId))
    .orderBy(desc(forecastRuns.requestedAt), desc(forecastRuns.id))
    .limit(1)
  return run
}

export async function runById(app: App, id: string) {
  const [run] = await app.db.select().from(forecastRuns).where(eq(forecastRuns.id, id))
  return run
}
