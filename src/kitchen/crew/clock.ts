import { and, desc, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { shifts } from '../schema/service'

export type Shift = typeof shifts.$inferSelect

export interface AtWork {
  readonly operatorId: string
  readonly siteId: string
  readonly personId: string
}

/** Somebody begins to work at a kitchen. @throws Refusal `already_clocked_in`, wherever that is */
export const clockIn = (app: App, at: AtWork): Promise<Shift> =>
  app.db.transaction(async (tx) => {
    const row = { id: newId('shf'), ...at, inAt: app.now() }
    const [shift] = await tx.insert(shifts).values(row).onConflictDoNothing().returning()
    if (!shift) throw new Refusal('already_clocked_in')
    const { operatorId, personId: actorId, siteId: subject } = at
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.clock-in', subject })
    return shift
  })

/** Somebody ends work. @throws Refusal `not_clocked_in` */
export const clockOut = (app: App, { operatorId, siteId, personId }: AtWork): Promise<Shift> =>
  app.db.transaction(async (tx) => {
    const open = and(eq(shifts.personId, personId), eq(shifts.siteId, siteId), isNull(shifts.outAt))
    const [shift] = await tx.update(shifts).set({ outAt: app.now() }).where(open).returning()
    if (!shift) throw new Refusal('not_clocked_in')
    await note({ ...app, db: tx }, { operatorId, actorId: personId, action: 'kitchen.clock-out', subject: siteId })
    return shift
  })

/** The last shift of somebody at a kitchen; undefined when there was none. */
export async function lastShift(app: App, siteId: string, personId: string): Promise<Shift | undefined> {
  const own = and(eq(shifts.siteId, siteId), eq(shifts.personId, personId))
  const [shift] = await app.db.select().from(shifts).where(own).orderBy(desc(shifts.inAt)).limit(1)
  return shift
}
