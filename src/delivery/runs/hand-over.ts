import { and, eq, lt, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { dropClosed, lockMyRun, type OnDrop } from './close-drop'
import { drops } from '../schema'

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
    const right = sql`${drops.code} = ${code}`
    const [drop] = await tx
      .update(drops)
      .set({
        status: sql`case when ${right} then 'delivered' else ${drops.status} end`,
        closedAt: sql`case when ${right} then ${app.now().toISOString()}::timestamptz end`,
        wrongCodes: sql`${drops.wrongCodes} + case when ${right} then 0 else 1 end`,
      })
      .where(and(eq(drops.id, dropId), eq(drops.status, 'waiting'), lt(drops.wrongCodes, CODE_TRIES)))
      .returning()
    if (!drop) throw await closedOrLocked(within, dropId)

    const entry = { operatorId: drop.operatorId, actorId: courierId, subject: dropId }
    if (drop.status === 'waiting') {
      await note(within, { ...entry, action: 'delivery.wrong-code', detail: { wrongCodes: drop.wrongCodes } })
      return new Refusal('wrong_code', { left: CODE_TRIES - drop.wrongCodes })
    }
    await dropClosed(within, run, drop, 'delivered')
    await note(within, { ...entry, action: 'delivery.hand-over' })
    return undefined
  })

async function closedOrLocked({ db }: App, dropId: string): Promise<Refusal> {
  const [drop] = await db.select({ status: drops.status }).from(drops).where(eq(drops.id, dropId))
  return new Refusal(drop?.status === 'waiting' ? 'code_locked' : 'drop_closed')
}
