import { sql } from 'drizzle-orm'
import type { EventType } from '../kernel/event'
import type { Tx } from './database'
import { newId } from './id'

/** Wakes the relay when the transaction commits. */
export const OUTBOX_CHANNEL = 'outbox'

/** Announce a fact in the transaction that made it true. */
export const publish = <P>(tx: Tx, type: EventType<P>, payload: P): Promise<unknown> => publishAll(tx, type, [payload])

/** Announce several facts of one kind with one statement. */
export async function publishAll<P>(tx: Tx, type: EventType<P>, payloads: readonly P[]): Promise<void> {
  if (payloads.length === 0) return
  const facts = payloads.map((payload) => ({ id: newId('evt'), payload: type.payload.parse(payload) }))
  await tx.execute(sql`
    with announced as (
      insert into platform.outbox (id, event, payload)
      select id, ${type.name}, payload from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f(id text, payload jsonb)
    )
    select pg_notify(${OUTBOX_CHANNEL}, '')`)
}
