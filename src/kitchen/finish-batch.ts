import type { App } from '../platform/app'
import { publish } from '../platform/outbox'
import { BatchCooked } from './events'
import { type BatchTouch, stepBatch } from './step-batch'
import type { BatchView } from './views'

/** A batch comes off the heat: food-safety clocks run from here, and its ingredients are used up. Announced once. */
export function finishBatch(app: App, touch: BatchTouch): Promise<BatchView> {
  const cookedAt = app.now()
  return stepBatch(app, touch, {
    action: 'kitchen.finish-batch',
    from: 'cooking',
    to: { status: 'cooked', cookedAt },
    also: (tx, { id: batchId, operatorId, siteId, menuDayId, dishId, recipeVersionId, portions }) => {
      const facts = { batchId, operatorId, siteId, menuDayId, dishId, recipeVersionId, portions }
      return publish(tx, BatchCooked, { ...facts, cookedAt: cookedAt.toISOString() })
    },
  })
}
