import { dateIn, instantOf } from '../../kernel/time'
import type { App } from '../../platform/app'
import { publishAll } from '../../platform/outbox'
import { ReplenishmentRequested } from '../events'
import { reviews } from '../schema/planning'

export interface ReviewedSite {
  readonly id: string
  readonly operatorId: string
  readonly zone: string
}

/** Dinner is over and tomorrow's early cut-offs are known. */
const NIGHTLY_AT = '02:30'

/** One review a site and night, due once the site's clock has passed 02:30; a clock that wakes late catches up. */
export const requestNightlyReviews = (app: App, sites: readonly ReviewedSite[]): Promise<{ requested: number }> =>
  app.db.transaction(async (tx) => {
    const at = app.now()
    const due = sites
      .map((site) => ({ ...site, today: dateIn(site.zone, at) }))
      .filter(({ zone, today }) => at >= instantOf(today, NIGHTLY_AT, zone))
      .map(({ id, operatorId, today }) => ({
        id: `rev_${id}_${today}`,
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
