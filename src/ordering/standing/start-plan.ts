import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import type { StandingPlan } from '../domain/standing'
import { standingPlans } from '../schema/standing'

/** What a plan says, apart from its pauses. */
export interface PlanWish extends Omit<StandingPlan, 'pauses'> {
  readonly servicePointId: string
  readonly contact: { readonly name: string; readonly phone: string }
  readonly note: string
  readonly payWith: 'company' | 'private'
  readonly usePurse: boolean
}

/** The columns of a plan that its person may choose. */
export const columnsOf = ({ contact, wishes, ...rest }: PlanWish) => ({
  ...rest,
  wishes: [...wishes],
  contactName: contact.name,
  contactPhone: contact.phone,
})

/** Starts a standing order. Answers its id. */
export async function startPlan(
  app: App,
  { operatorId, personId, wish }: { operatorId: string; personId: string; wish: PlanWish },
): Promise<string> {
  const id = newId('stp')
  await app.db.insert(standingPlans).values({ id, operatorId, personId, ...columnsOf(wish), startedAt: app.now() })
  await note(app, { operatorId, actorId: personId, action: 'ordering.start-plan', subject: id })
  return id
}
