import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { ReplenishmentRequested } from '../events'
import { reviews } from '../schema/planning'

export interface ReplanForGaps {
  readonly operatorId: string
  readonly siteId: string
}

/** Something ordered will not come: the site is looked at anew, at once. */
export const replanForGaps = (app: App, { operatorId, siteId }: ReplanForGaps): Promise<void> =>
  app.db.transaction(async (tx) => {
    const reviewId = newId('rev')
    await tx.insert(reviews).values({ id: reviewId, operatorId, siteId, requestedBy: 'worker', requestedAt: app.now() })
    await publish(tx, ReplenishmentRequested, { reviewId, operatorId, siteId })
  })
