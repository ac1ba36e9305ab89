import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { prepDone } from '../schema/planning'

export interface MarkPrep {
  readonly operatorId: string
  readonly menuDayId: string
  readonly taskId: string
  readonly done: boolean
  readonly actorId: string
}

/** A task of the day before is done, or is not; said twice it is said once. */
export const markPrep = (app: App, { operatorId, menuDayId, taskId, done, actorId }: MarkPrep): Promise<void> =>
  app.db.transaction(async (tx) => {
    const which = and(eq(prepDone.menuDayId, menuDayId), eq(prepDone.taskId, taskId))
    const row = { menuDayId, taskId, operatorId, actorId, at: app.now() }
    const changed = done
      ? await tx.insert(prepDone).values(row).onConflictDoNothing().returning()
      : await tx.delete(prepDone).where(which).returning()
    if (changed.length === 0) return
    const detail = { taskId, done }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.mark-prep', subject: menuDayId, detail })
  })

/** When each task of some menu days was done, by `<menuDayId> <taskId>`. */
export async function prepDoneOf(app: App, menuDayIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await app.db
    .select()
    .from(prepDone)
    .where(inArray(prepDone.menuDayId, [...menuDayIds]))
  return new Map(rows.map(({ menuDayId, taskId, at }) => [`${menuDayId} ${taskId}`, at]))
}
