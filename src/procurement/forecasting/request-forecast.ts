import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { publishAll } from '../../platform/outbox'
import { lastNight } from '../domain/last-night'
import { ForecastRequested } from '../events'
import { forecastRuns } from '../schema/forecasts'

/** An hour before restocking looks at the sites. */
const NIGHTLY_AT = '01:30'

/** "Forecast now": the worker does it; the run's row says how far it is. */
export const requestForecast = (
  app: App,
  { operatorId, siteId, requestedBy }: { operatorId: string; siteId: string; requestedBy: string },
) =>
  app.db.transaction(async (tx) => {
    const [run] = await start(tx, [{ id: newId('fcr'), operatorId, siteId, requestedBy, requestedAt: app.now() }])
    if (!run) throw new Error(`a forecast of ${siteId} could not be noted`)
    return run
  })

export interface ForecastSite {
  readonly id: string
  readonly operatorId: string
  readonly zone: string
}

/** One forecast a site and night, due once the site's clock has passed 01:30; who wakes late, or was not there yet, catches up at once. */
export const requestNightlyForecasts = (app: App, sites: readonly ForecastSite[]): Promise<{ requested: number }> =>
  app.db.transaction(async (tx) => {
    const at = app.now()
    const due = sites.map(({ id, operatorId, zone }) => ({
      id: `fcr_${id}_${lastNight(zone, at, NIGHTLY_AT)}`,
      operatorId,
      siteId: id,
      requestedBy: 'clock',
      requestedAt: at,
    }))
    return { requested: (await start(tx, due)).length }
  })

/** Runs not noted before, each announced. */
async function start(tx: Tx, runs: readonly (typeof forecastRuns.$inferInsert)[]) {
  if (runs.length === 0) return []
  const fresh = await tx
    .insert(forecastRuns)
    .values([...runs])
    .onConflictDoNothing()
    .returning()
  const facts = fresh.map(({ id, operatorId, siteId }) => ({ runId: id, operatorId, siteId }))
  if (facts.length > 0) await publishAll(tx, ForecastRequested, facts)
  return fresh
}
