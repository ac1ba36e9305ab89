import { sql } from 'drizzle-orm'
import type { EventType } from '../kernel/event'
import type { Tx } from './database'
import { newId } from './id'
import { outbox } from './schema'

/** Wakes the relay when the transaction commits. */
export const OUTBOX_CHANNEL = 'outbox'

/** Announce a fact in the transaction that made it true. */
export const publish = <P>(tx: Tx, type: EventType<P>, payload: P): Promise<unknown> => publishAll(tx, type, [payload])

/** Announce several facts of one kind with one statement. */
export async function publishAll<P>(tx: Tx, type: EventType<P>, payloads: readonly P[]): Promise<void> {
  if (payloads.length === 0) return
  await tx
    .insert(outbox)
    .values(payloads.map((payload) => ({ id: newId('evt'), event: type.name, payload: type.payload.parse(payload) })))
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`)
}
