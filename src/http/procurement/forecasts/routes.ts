import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, type MealPeriod, type ServiceDate } from '../../../kernel/time'
import { firmPortions } from '../../../ordering/queries'
import type { App } from '../../../platform/app'
import { accuracyReport } from '../../../procurement/forecasting/accuracy-report'
import { accuracyOf } from '../../../procurement/forecasting/accuracy'
import { overrideForecast } from '../../../procurement/forecasting/override-forecast'
import { readCells } from '../../../procurement/forecasting/read-cells'
import { requestForecast } from '../../../procurement/forecasting/request-forecast'
import {
  AHEAD_DAYS,
  chosenOf,
  lastRun,
  LEVELS,
  listSeries,
  remainderOf,
  runById,
} from '../../../procurement/forecasting/show-forecasts'
import { type Route, serve } from '../../serve'
import { requireSite } from '../reach'
import * as contract from './contract'
import { dishNames, overridesOf, runView } from './views'

const DEFAULT_DAYS = 28

/** Demand ahead, how well it was foreseen and what people decide instead, of the sites the caller buys for. */
export const forecastRoutes: readonly Route[] = [
  serve(contract.listSeries, async ({ app, caller, params: { siteId }, query: { serviceLevel, period } }) => {
    const today = dateIn((await requireSite(app, caller, siteId)).zone, app.now())
    const series = await listSeries(app, { siteId, today, serviceLevel, period })
    const dishName = await dishNames(
      app,
      series.map(({ dishId }) => dishId),
    )
    const run = await lastRun(app, siteId)
    return {
      today,
      levels: [...LEVELS],
      serviceLevel,
      run: run ? runView(run) : null,
      series: series.map(({ lately, ...own }) => ({ ...own, lately: [...lately], dish: dishName(own.dishId) })),
    }
  }),

  serve(
    contract.showSeries,
    async ({ app, caller, params: { siteId, period, dishId }, query: { serviceLevel, days } }) => {
      const today = dateIn((await requireSite(app, caller, siteId)).zone, app.now())
      const to = addDays(today, AHEAD_DAYS)
      const cells = await readCells(app, { siteId, period, dishId, from: addDays(today, -days), to })
      if (cells.length === 0) throw new Refusal('not_found')
      const firm = await firmOf(app, { siteId, period, dishId, from: today, to })
      const overrideOf = await overridesOf(app, cells)
      const past = cells.filter(({ serviceDate }) => serviceDate < today)
      return {
        today,
        levels: [...LEVELS],
        serviceLevel,
        dishId,
        dish: (await dishNames(app, [dishId]))(dishId),
        period,
        history: past.flatMap((cell) =>
          cell.portions === null
            ? []
            : [
                {
                  date: cell.serviceDate,
                  portions: cell.portions,
                  planned: cell.planned,
                  quantiles: cell.quantiles && [...cell.quantiles],
                  override: overrideOf(cell),
                },
              ],
        ),
        ahead: cells.flatMap((cell) => {
          const { serviceDate, quantiles, planned, method, origin } = cell
          if (serviceDate < today || !quantiles || method === null || origin === null) return []
          const chosen = chosenOf(cell, serviceLevel)
          const ordered = firm.get(serviceDate) ?? 0
          return [
            {
              date: serviceDate,
              quantiles: [...quantiles],
              chosen,
              firm: ordered,
              remainder: remainderOf(chosen, ordered),
              planned,
              method,
              origin,
              override: overrideOf(cell),
            },
          ]
        }),
        accuracy: accuracyOf(past, serviceLevel),
      }
    },
  ),

  serve(contract.putOverride, async ({ app, caller, params, body }) => {
    const { siteId, period, dishId, serviceDate } = params
    const { operatorId, zone } = await requireSite(app, caller, siteId)
    await overrideForecast(app, { ...params, ...body, operatorId, zone, decidedBy: caller.personId })
    const [cell] = await readCells(app, { siteId, period, dishId, from: serviceDate, to: serviceDate })
    if (!cell) throw new Refusal('not_found')
    return { chosen: chosenOf(cell, contract.DEFAULT_SERVICE_LEVEL), override: (await overridesOf(app, [cell]))(cell) }
  }),

  serve(contract.showAccuracy, async ({ app, caller, params: { siteId }, query: { from, to, serviceLevel } }) => {
    const yesterday = addDays(dateIn((await requireSite(app, caller, siteId)).zone, app.now()), -1)
    const span = { from: from ?? addDays(yesterday, 1 - DEFAULT_DAYS), to: to ?? yesterday }
    return { ...span, serviceLevel, ...(await accuracyReport(app, { siteId, serviceLevel, ...span })) }
  }),

  serve(contract.requestForecast, async ({ app, caller, params: { siteId } }) => {
    const { operatorId } = await requireSite(app, caller, siteId)
    return runView(await requestForecast(app, { operatorId, siteId, requestedBy: caller.personId }))
  }),

  serve(contract.showRun, async ({ app, caller, params: { siteId, runId } }) => {
    await requireSite(app, caller, siteId)
    const run = await runById(app, runId)
    if (run?.siteId !== siteId) throw new Refusal('not_found')
    return runView(run)
  }),
]

/** Portions of one dish and period ordered so far, by day. */
async function firmOf(
  app: App,
  {
    period,
    dishId,
    ...span
  }: { siteId: string; period: MealPeriod; dishId: string; from: ServiceDate; to: ServiceDate },
): Promise<Map<ServiceDate, number>> {
  const sums = new Map<ServiceDate, number>()
  for (const row of await firmPortions(app, span)) {
    if (row.period === period && row.dishId === dishId)
      sums.set(row.serviceDate, (sums.get(row.serviceDate) ?? 0) + row.portions)
  }
  return sums
}
