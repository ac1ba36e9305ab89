import type * as contract from '../../src/http/procurement/forecasts/contract'
import { type Answer, get, post, put } from './call'

export const listSeries = get<typeof contract.listSeries>('/api/procurement/sites/:siteId/forecasts')
export const showSeries = get<typeof contract.showSeries>('/api/procurement/sites/:siteId/forecasts/:period/:dishId')
export const putOverride = put<typeof contract.putOverride>(
  '/api/procurement/sites/:siteId/forecasts/:period/:dishId/:serviceDate/override',
)
export const showAccuracy = get<typeof contract.showAccuracy>('/api/procurement/sites/:siteId/accuracy')
export const requestForecast = post<typeof contract.requestForecast>('/api/procurement/sites/:siteId/forecast-runs')
export const showRun = get<typeof contract.showRun>('/api/procurement/sites/:siteId/forecast-runs/:runId')

export type SeriesList = Answer<typeof contract.listSeries>
export type SeriesRow = SeriesList['series'][number]
export type Series = Answer<typeof contract.showSeries>
export type DayAhead = Series['ahead'][number]
export type Scores = SeriesRow['accuracy']
export type Accuracy = Answer<typeof contract.showAccuracy>
