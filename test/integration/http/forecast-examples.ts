import * as forecasts from '../../../src/http/procurement/forecasts/contract'
import type { ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

/** One request for every operation on forecasts. */
export function forecastExamples({ service: { siteId }, forecast, date }: ServiceDay): Example[] {
  const { runId, serviceDate, period, dishId } = forecast
  const as = 'procurement'
  return [
    { endpoint: forecasts.listSeries, as, params: { siteId }, query: { serviceLevel: '0.9' } },
    { endpoint: forecasts.showSeries, as, params: { siteId, period, dishId } },
    {
      endpoint: forecasts.putOverride,
      as,
      params: { siteId, period, dishId, serviceDate },
      body: { portions: 120, reason: 'The school has an open day' },
    },
    { endpoint: forecasts.showAccuracy, as, params: { siteId }, query: { to: date } },
    { endpoint: forecasts.requestForecast, as, params: { siteId } },
    { endpoint: forecasts.showRun, as, params: { siteId, runId } },
  ]
}
