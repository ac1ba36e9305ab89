import type { App } from '../platform/app'
import { type BatchTouch, stepBatch } from './step-batch'
import type { BatchView } from './views'

/** A planned batch goes on the heat. */
export const startBatch = (app: App, touch: BatchTouch): Promise<BatchView> =>
  stepBatch(app, touch, {
    action: 'kitchen.start-batch',
    from: 'planned',
    to: { status: 'cooking', startedAt: app.now() },
  })
