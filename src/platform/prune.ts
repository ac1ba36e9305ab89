import { sql } from 'drizzle-orm'
import type { App } from './app'

/** Idempotency keys outlive every client's patience; stream events outlive a tablet's night. */
const KEEP = { idempotency: '72 hours', streamEvents: '48 hours', outbox: '14 days' } as const

/** Forgets what nobody can ask for any more. */
export async function prune(app: App): Promise<void> {
  await app.db.execute(sql`delete from platform.idempotency where created_at < now() - ${KEEP.idempotency}::interval`)
  await app.db.execute(sql`delete from platform.stream_events where at < now() - ${KEEP.streamEvents}::interval`)
  await app.db.execute(sql`
    with old as (delete from platform.outbox where settled and created_at < now() - ${KEEP.outbox}::interval returning id)
    delete from platform.inbox where event_id in (select id from old)`)
}
