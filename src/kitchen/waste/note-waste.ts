import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { FoodWasted } from '../events'
import { waste } from '../schema/service'

export interface NoteWaste {
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  readonly portions: number
  readonly cause: 'left_over' | 'too_old' | 'spoilt'
  readonly actorId: string
}

/** Notes portions nobody ate, and announces them to whoever forecasts. */
export const noteWaste = (app: App, { actorId, ...wasted }: NoteWaste): Promise<string> =>
  app.db.transaction(async (tx) => {
    const id = newId('wst')
    const at = app.now()
    await tx.insert(waste).values({ id, ...wasted, at })
    await publish(tx, FoodWasted, { wasteId: id, ...wasted, at: at.toISOString() })
    const { operatorId, dishId, portions, cause } = wasted
    const detail = { dishId, portions, cause }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.note-waste', subject: id, detail })
    return id
  })
