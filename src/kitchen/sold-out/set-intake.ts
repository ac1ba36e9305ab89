import { eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { KitchenTimeSet } from '../events'
import { intakes } from '../schema/service'

export interface SetIntake {
  readonly operatorId: string
  readonly siteId: string
  readonly mode: 'open' | 'busy' | 'paused'
  /** Busy: the shortest time from order to serving that is still taken. */
  readonly leadMinutes: number
  /** Open again from then on by itself. */
  readonly until: Date | null
  /** Kitchen time there is for each meal, beside the portions; null: portions alone count. */
  readonly minutesPerMeal: number | null
  readonly actorId: string
}

/** Opens, slows or pauses what a kitchen takes. The last word counts. */
export const setIntake = (app: App, { actorId, ...intake }: SetIntake): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { operatorId, siteId, mode, leadMinutes, until, minutesPerMeal } = intake
    const word = { mode, leadMinutes, until, minutesPerMeal }
    await tx.insert(intakes).values(intake).onConflictDoUpdate({ target: intakes.siteId, set: word })
    await publish(tx, KitchenTimeSet, { operatorId, siteId, minutesPerMeal })
    const detail = { ...word, until: until?.toISOString() ?? null }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.set-intake', subject: siteId, detail })
  })

/** What a kitchen takes now. */
export async function intakeOf(app: App, siteId: string) {
  const [row] = await app.db.select().from(intakes).where(eq(intakes.siteId, siteId))
  const isOver = !row || (row.until !== null && row.until <= app.now())
  const minutesPerMeal = row?.minutesPerMeal ?? null
  return isOver ? { mode: 'open' as const, leadMinutes: 0, until: null, minutesPerMeal } : row
}

export interface AskedMeal {
  readonly siteId: string
  readonly servesFrom: Date
}

/**
 * Passes when the kitchens take what is asked of them at this moment.
 * @throws Refusal `kitchen_paused`, `kitchen_busy`
 */
export async function refuseWhenPaused(app: App, meals: readonly AskedMeal[]): Promise<void> {
  const sites = [...new Set(meals.map(({ siteId }) => siteId))]
  const now = app.now()
  const held = await app.db.select().from(intakes).where(inArray(intakes.siteId, sites))
  for (const { siteId, mode, leadMinutes, until } of held) {
    if (mode === 'open' || (until !== null && until <= now)) continue
    if (mode === 'paused') throw new Refusal('kitchen_paused')
    const soonest = now.getTime() + leadMinutes * 60_000
    const tooSoon = meals.some((meal) => meal.siteId === siteId && meal.servesFrom.getTime() < soonest)
    if (tooSoon) throw new Refusal('kitchen_busy', { minutes: leadMinutes })
  }
}
