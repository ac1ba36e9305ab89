import { sql } from 'drizzle-orm'
import type { Difference } from '../kernel/difference'
import type { App } from './app'
import { QUEUES } from './queue-names'
import type { Queues } from './queue'
import type { Routes } from './relay'

/** A fact may be on its way this long. */
const PATIENCE_SECONDS = 60

/** Facts nobody sent, facts a consumer never noted, and jobs that failed for good. */
export async function auditQueue(
  app: App,
  queues: Queues,
  routes: Routes,
  patience = PATIENCE_SECONDS,
): Promise<Difference[]> {
  const wanted = JSON.stringify([...routes].flatMap(([event, names]) => names.map((consumer) => ({ event, consumer }))))
  const { rows } = await app.db.execute<Difference & Record<string, unknown>>(sql`
    with wanted as (select * from jsonb_to_recordset(${wanted}::jsonb) as w(event text, consumer text))
    select 'queue.unsent' as check, id as subject, 'sent' as expected, 'waiting' as found
    from platform.outbox where sent_at is null and created_at < now() - make_interval(secs => ${patience})
    union all
    select 'queue.unseen', o.id || ' ' || w.consumer, 'noted', 'nothing'
    from platform.outbox o join wanted w using (event)
    left join platform.inbox i on i.event_id = o.id and i.consumer = w.consumer
    where i.event_id is null and o.sent_at < now() - make_interval(secs => ${patience})
    union all
    select 'queue.refused', i.event_id || ' ' || i.consumer, 'done', i.refusal from platform.inbox i where i.refusal is not null
    order by 1, 2`)
  const failed = await Promise.all(
    // the clock's chores go by state: the next tick does what a failed one left
    QUEUES.filter((name) => name !== 'clock').map(async (name) => {
      const jobs = await queues.of(name).getFailed(0, 99)
      return jobs.map((job) => ({
        check: 'queue.failed',
        subject: `${name} ${job.id}`,
        expected: 'done',
        found: job.failedReason.slice(0, 120),
      }))
    }),
  )
  return [...rows, ...failed.flat()]
}
