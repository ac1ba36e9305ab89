import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { counts } from '../schema/counting'
import { told } from '../told'
import { lockCount } from './lock-count'

/** Give a sheet up; stock stays as it is. @throws Refusal `not_found`, `count_not_open` */
export const cancelCount = (
  app: App,
  { countId, cancelledBy }: { countId: string; cancelledBy: string },
): Promise<void> =>
  app.db.transaction(async (tx) => {
    const count = await lockCount(tx, countId)
    await tx.update(counts).set({ status: 'cancelled' }).where(eq(counts.id, countId))
    await note(
      { ...app, db: tx },
      { operatorId: count.operatorId, actorId: cancelledBy, action: 'procurement.cancel-count', subject: countId },
    )
    await tell(tx, told('count', count))
  })
