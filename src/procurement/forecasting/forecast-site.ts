import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import { addDays, dateIn, type MealPeriod, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { tell } from '../../platform/realtime'
import { runInThread } from '../../platform/thread'
import type { Foreseen, OutlookJob } from '../engine/forecast/outlook'
import { forecastRuns, forecasts } from '../schema/forecasts'
import { demandHistory } from '../schema/planning'
import { workCalendar } from './work-calendar'

export interface ForecastSite {
  readonly runId: string
  readonly operatorId: string
  readonly siteId: string
  /** The site's wall clock says which day it is. */
  readonly zone: string
  /** What is on the menus from today on. */
  readonly menu: readonly { readonly serviceDate: ServiceDate; readonly period: MealPeriod; readonly dishId: string }[]
  /** What dishes are called: one never sold is forecast like those whose names it shares words with. */
  readonly dishNames: ReadonlyMap<string, string>
}

/** Three years: seasons return, older habits do not. */
const LEARNT_DAYS = 1_100
/** Days a site is looked back at when it is forecast for the first time. */
const FIRST_LOOK_BACK = 28
const DAY_MS = 86_400_000
const SEED = 1
/** Rows of one insert. */
const AT_ONCE = 2_000

/**
 * Forecasts what is on a site's menus, in a thread of its own, and keeps the quantiles. A run repeated writes the same; a
 * day that has begun keeps the last forecast made before it.
 */
export async function forecastSite(app: App, site: ForecastSite): Promise<{ series: number; cells: number }> {
  const { runId, operatorId, siteId } = site
  const today = dateIn(site.zone, app.now())
  const job = await jobOf(app, site, today)
  const foreseen = await oneAtATime(() =>
    runInThread<OutlookJob, Foreseen[], number>('src/procurement/forecasting/forecast-thread.ts', job, {
      onProgress: throttled((share) => void noteProgress(app, runId, share)),
    }),
  )
  const rows = foreseen.map(({ series, day, originDay, method, quantiles }) => ({
    ...seriesOf(series),
    siteId,
    operatorId,
    runId,
    serviceDate: dateOf(day),
    origin: dateOf(originDay),
    method,
    quantiles,
  }))
  const counts = { series: new Set(foreseen.map(({ series }) => series)).size, cells: rows.length }
  await app.db.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await tx
        .insert(forecasts)
        .values(rows.slice(from, from + AT_ONCE))
        .onConflictDoUpdate({
          target: [forecasts.siteId, forecasts.serviceDate, forecasts.period, forecasts.dishId],
          set: {
            runId: sql`excluded.run_id`,
            origin: sql`excluded.origin`,
            method: sql`excluded.method`,
            quantiles: sql`excluded.quantiles`,
          },
          setWhere: sql`excluded.origin >= ${forecasts.origin}`,
        })
    }
    await tx
      .update(forecastRuns)
      .set({ ...counts, progress: 100, finishedAt: app.now() })
      .where(eq(forecastRuns.id, runId))
    await tell(tx, [{ topic: `procurement:${operatorId}`, event: 'forecast', data: { id: runId, siteId } }])
  })
  return counts
}

/** A night asks for all sites at once, and the machine has other work: one thread of a process forecasts. */
let before: Promise<unknown> = Promise.resolve()
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work, work)
  before = mine.catch(() => undefined)
  return mine
}

async function jobOf(app: App, { siteId, menu, dishNames }: ForecastSite, today: ServiceDate): Promise<OutlookJob> {
  const past = await app.db
    .select({
      dishId: demandHistory.dishId,
      period: demandHistory.period,
      serviceDate: demandHistory.serviceDate,
      portions: demandHistory.eaten,
    })
    .from(demandHistory)
    .where(
      and(
        eq(demandHistory.siteId, siteId),
        gte(demandHistory.serviceDate, addDays(today, -LEARNT_DAYS)),
        lt(demandHistory.serviceDate, today),
      ),
    )
    .orderBy(asc(demandHistory.serviceDate))
  const [forecastBefore] = await app.db
    .select({ runId: forecasts.runId })
    .from(forecasts)
    .where(and(eq(forecasts.siteId, siteId), lt(forecasts.serviceDate, today)))
    .limit(1)
  const cell = ({ dishId, period, serviceDate }: { dishId: string; period: MealPeriod; serviceDate: ServiceDate }) => ({
    series: `${period}/${dishId}`,
    day: dayOf(serviceDate),
    text: dishNames.get(dishId) ?? '',
  })
  const ahead = new Map(
    menu.filter(({ serviceDate }) => serviceDate >= today).map((each) => [JSON.stringify(cell(each)), cell(each)]),
  )
  return {
    past: past.map((row) => ({ ...cell(row), value: row.portions })),
    ahead: [...ahead.values()],
    flags: workCalendar.map(({ name, dates }) => ({ name, days: dates.map(dayOf) })),
    lookBack: forecastBefore ? 0 : FIRST_LOOK_BACK,
    seed: SEED,
  }
}

const dayOf = (date: ServiceDate): number => Date.parse(date) / DAY_MS
const dateOf = (day: number): ServiceDate => new Date(day * DAY_MS).toISOString().slice(0, 10)

function seriesOf(series: string): { period: MealPeriod; dishId: string } {
  const [period, dishId] = series.split('/') as [MealPeriod, string]
  return { period, dishId }
}

const noteProgress = (app: App, runId: string, share: number): Promise<unknown> =>
  app.db
    .update(forecastRuns)
    .set({ progress: Math.min(99, Math.round(share * 100)) })
    .where(and(eq(forecastRuns.id, runId), sql`${forecastRuns.finishedAt} is null`))
    .catch((error: unknown) => app.log.warn({ err: error, runId }, 'progress of a forecast could not be noted'))

/** Passes on what is a tenth further than the last time. */
function throttled(say: (share: number) => void): (share: number) => void {
  let said = 0
  return (share) => {
    if (share < said + 0.1) return
    said = share
    say(share)
  }
}
