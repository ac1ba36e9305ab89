import { and, eq, lt, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { drops } from '../schema/drops'
import { dropClosed } from './close-drop'
import { type Drop, lockMyRun, type OnDrop } from './lock-run'

/** Wrong codes a drop bears; after them it opens to nobody. A guess of four digits then succeeds once in 2,000 drops. */
export const CODE_TRIES = 5

export interface HandOver extends OnDrop {
  /** What the customer says or shows. */
  readonly code: string
}

/**
 * Hands a drop over against its code. A wrong code is *returned*, not thrown: the count of tries must stand.
 * @throws Refusal `code_locked` after five wrong codes, `drop_closed`, and what `lockMyRun` refuses.
 */
export const handOver = (app: App, { dropId, courierId, code }: HandOver): Promise<Refusal | undefined> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { run } = await lockMyRun(tx, { dropId, courierId })
    const drop = await tryCode(within, { dropId, code, status: 'waiting' })
    const entry = { operatorId: drop.operatorId, actorId: courierId, subject: dropId }
    if (drop.status !== 'delivered') {
      await note(within, { ...entry, action: 'delivery.wrong-code', detail: { wrongCodes: drop.wrongCodes } })
      return new Refusal('wrong_code', { left: CODE_TRIES - drop.wrongCodes })
    }
    await dropClosed(within, run, drop, 'delivered')
    await note(within, { ...entry, action: 'delivery.hand-over' })
    return undefined
  })

/**
 * Opens a drop to its code, or counts the wrong one: one statement, so that no guess is free. Answers the drop as it is now.
 * @throws Refusal `code_locked`, `drop_closed` when it is not of that state.
 */
export async function tryCode(
  app: App,
  { dropId, code, status }: { dropId: string; code: string; status: 'waiting' | 'stored' },
): Promise<Drop> {
  const right = sql`${drops.code} = ${code}`
  const [drop] = await app.db
    .update(drops)
    .set({
      status: sql`case when ${right} then 'delivered' else ${drops.status} end`,
      closedAt: sql`case when ${right} then ${app.now().toISOString()}::timestamptz end`,
      wrongCodes: sql`${drops.wrongCodes} + case when ${right} then 0 else 1 end`,
    })
    .where(and(eq(drops.id, dropId), eq(drops.status, status), lt(drops.wrongCodes, CODE_TRIES)))
    .returning()
  if (drop) return drop
  const [known] = await app.db.select({ status: drops.status }).from(drops).where(eq(drops.id, dropId))
  throw new Refusal(known?.status === status ? 'code_locked' : 'drop_closed')
}
