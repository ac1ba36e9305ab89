import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Tx } from '../../platform/database'
import { counts } from '../schema/counting'

export type Count = typeof counts.$inferSelect

/** Holds a sheet that is still open until the transaction ends. @throws Refusal `not_found`, `count_not_open` */
export async function lockCount(tx: Tx, id: string): Promise<Count> {
  const [count] = await tx.select().from(counts).where(eq(counts.id, id)).for('update')
  if (!count) throw new Refusal('not_found')
  if (count.status !== 'counting' && count.status !== 'recount') throw new Refusal('count_not_open')
  return count
}
