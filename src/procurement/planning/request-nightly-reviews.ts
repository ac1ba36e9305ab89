import type { App } from '../../platform/app'
import { publishAll } from '../../platform/outbox'
import { lastNight } from '../domain/last-night'
import { ReplenishmentRequested } from '../events'
import { reviews } from '../schema/planning'

export interface ReviewedSite {
  readonly id: string
  readonly operatorId: string
  readonly zone: string
}

/** Dinner is over and tomorrow's early cut-offs are known. */
const NIGHTLY_AT = '02:30'

/** One review a site and night, due once the site's clock has passed 02:30; who wakes late, or was not there yet, catches up at once. */
export const requestNightlyReviews = (app: App, sites: readonly ReviewedSite[]): Promise<{ requested: number }> =>
  app.db.transaction(async (tx) => {
    const at = app.now()
    const due = sites.map(({ id, operatorId, zone }) => ({
      id: `rev_${id}_${lastNight(zone, at, NIGHTLY_AT)}`,
      operatorId,
      siteId: id,
      requestedBy: 'clock',
      requestedAt: at,
    }))
    if (due.length === 0) return { requested: 0 }
    const fresh = await tx.insert(reviews).values(due).onConflictDoNothing().returning()
    const facts = fresh.map(({ id, operatorId, siteId }) => ({ reviewId: id, operatorId, siteId }))
    await publishAll(tx, ReplenishmentRequested, facts)
    return { requested: fresh.length }
  })
