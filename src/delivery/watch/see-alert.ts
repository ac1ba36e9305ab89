import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { alerts } from '../schema/watch'

/** Whose an alert is; undefined when there is none. */
export async function ownerOfAlert({ db }: App, id: string) {
  const owner = { operatorId: alerts.operatorId, siteId: alerts.siteId }
  const [found] = await db.select(owner).from(alerts).where(eq(alerts.id, id))
  return found
}

/** Somebody looks after an alert; the first who says so is noted. @throws Refusal `not_found`. */
export const seeAlert = (app: App, { id, actorId }: { id: string; actorId: string }) =>
  app.db.transaction(async (tx) => {
    const [seen] = await tx
      .update(alerts)
      .set({ seenAt: app.now(), seenBy: actorId })
      .where(and(eq(alerts.id, id), isNull(alerts.seenAt)))
      .returning()
    if (seen) {
      const { operatorId } = seen
      await note({ ...app, db: tx }, { operatorId, actorId, action: 'delivery.see-alert', subject: id })
      return seen
    }
    const [known] = await tx.select().from(alerts).where(eq(alerts.id, id))
    if (!known) throw new Refusal('not_found')
    return known
  })
