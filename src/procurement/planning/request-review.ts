import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { ReplenishmentRequested } from '../events'
import { reviews } from '../schema/planning'

export interface RequestReview {
  readonly operatorId: string
  readonly siteId: string
  readonly requestedBy: string
}

/** "Plan now": the worker looks at the site; the review's row says when it has. */
export const requestReview = (
  app: App,
  { operatorId, siteId, requestedBy }: RequestReview,
): Promise<{ reviewId: string }> =>
  app.db.transaction(async (tx) => {
    const reviewId = newId('rev')
    await tx.insert(reviews).values({ id: reviewId, operatorId, siteId, requestedBy, requestedAt: app.now() })
    await publish(tx, ReplenishmentRequested, { reviewId, operatorId, siteId })
    return { reviewId }
  })
