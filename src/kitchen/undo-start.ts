import type { App } from '../platform/app'
import { type BatchTouch, stepBatch } from './step-batch'
import type { BatchView } from './views'

/** A batch that was started by mistake is planned again; one that is cooked stays cooked, its ingredients are used. */
export const undoStart = (app: App, touch: BatchTouch): Promise<BatchView> =>
  stepBatch(app, touch, {
    action: 'kitchen.undo-start',
    from: 'cooking',
    to: { status: 'planned', startedAt: null },
  })
