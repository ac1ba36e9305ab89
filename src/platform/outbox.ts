import { sql } from 'drizzle-orm'
import type { EventType } from '../kernel/event'
import type { Tx } from './database'
import { newId } from './id'
import { type Told, toldTo } from './realtime'

/** Wakes the relay when the transaction commits; named in functions.sql as well. */
export const OUTBOX_CHANNEL = 'outbox'

/** Announce a fact in the transaction that made it true. */
export const publish = <P>(tx: Tx, type: EventType<P>, payload: P): Promise<unknown> => publishAll(tx, type, [payload])

/** Announce several facts of one kind with one statement. */
export async function publishAll<P>(tx: Tx, type: EventType<P>, payloads: readonly P[]): Promise<void> {
  if (payloads.length > 0) await tx.execute(sql`select ${published(type, payloads)}`)
}

/** Announce facts of one kind and tell their watchers with one statement. */
export async function publishAndTell<P>(
  tx: Tx,
  type: EventType<P>,
  payloads: readonly P[],
  told: readonly Told[],
): Promise<void> {
  await tx.execute(sql`select ${publishing(type, payloads, told)}`)
}

/** The same as columns of a larger statement. */
export const publishing = <P>(type: EventType<P>, payloads: readonly P[], told: readonly Told[]) =>
  sql`${published(type, payloads)}, ${toldTo(told)}`

function published<P>(type: EventType<P>, payloads: readonly P[]) {
  const facts = payloads.map((payload) => ({ id: newId('evt'), payload: type.payload.parse(payload) }))
  return sql`platform.publish(${type.name}, ${JSON.stringify(facts)}::jsonb)`
}
