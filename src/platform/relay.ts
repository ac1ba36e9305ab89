import { sql } from 'drizzle-orm'
import type { App } from './app'
import { listen } from './listen'
import { OUTBOX_CHANNEL } from './outbox'
import type { Queues } from './queue'

/** Which queues want which event: built from the workers' handlers at start. */
export type Routes = ReadonlyMap<string, readonly string[]>

const BATCH = 200
/** Safety net when a notification is lost. */
const POLL_MS = 500
/** A fact sent this long ago and still unseen by a consumer is sent again. */
const SWEEP_AFTER_MS = 15_000
const SWEEP_EVERY_MS = 5_000

interface Waiting {
  readonly id: string
  readonly event: string
  readonly payload: unknown
}

/** Moves one batch from the outbox to the queues. Several relays may run: each takes rows nobody else holds. */
export const relayOnce = (app: App, queues: Queues, routes: Routes): Promise<number> =>
  app.db.transaction(async (tx) => {
    const { rows } = await tx.execute<Waiting & Record<string, unknown>>(sql`
      select id, event, payload from platform.outbox where sent_at is null order by seq limit ${BATCH} for update skip locked`)
    if (rows.length === 0) return 0
    await send(queues, routes, rows, '')
    const ids = rows.map((row) => row.id)
    await tx.execute(sql`update platform.outbox set sent_at = now() where id in ${ids}`)
    return rows.length
  })

/** The job id is the event's: a second send while the first job lives is ignored by the queue. */
async function send(queues: Queues, routes: Routes, facts: readonly Waiting[], suffix: string): Promise<void> {
  const byQueue = new Map<string, { name: string; data: object; opts: { jobId: string } }[]>()
  for (const { id, event, payload } of facts) {
    for (const queue of routes.get(event) ?? []) {
      const jobs = byQueue.get(queue) ?? []
      jobs.push({ name: event, data: { eventId: id, payload }, opts: { jobId: `${id}${suffix}` } })
      byQueue.set(queue, jobs)
    }
  }
  await Promise.all([...byQueue].map(([queue, jobs]) => queues.of(queue).addBulk(jobs)))
}

/**
 * Finds facts that were sent but that a consumer never noted (Redis lost them, a job failed for good), and sends them
 * under a new job id, since the old id is ignored while a failed job keeps it. Waits twice as long after each resend, so
 * that a poisoned job does not flood its queue. Marks the others as settled.
 */
export const sweepOnce = (app: App, queues: Queues, routes: Routes, olderThanMs = SWEEP_AFTER_MS): Promise<number> =>
  app.db.transaction(async (tx) => {
    const { rows } = await tx.execute<Waiting & { resends: number; seen: string[] } & Record<string, unknown>>(sql`
      select o.id, o.event, o.payload, o.resends,
             coalesce((select array_agg(i.consumer) from platform.inbox i where i.event_id = o.id), '{}') as seen
      from platform.outbox o
      where not o.settled
        and o.sent_at < now() - make_interval(secs => ${olderThanMs / 1_000} * power(2, least(o.resends, 10)))
      order by o.sent_at limit ${BATCH} for update skip locked`)
    const missing = rows.filter((row) => (routes.get(row.event) ?? []).some((queue) => !row.seen.includes(queue)))
    const settled = rows.filter((row) => !missing.includes(row)).map((row) => row.id)
    if (settled.length > 0) await tx.execute(sql`update platform.outbox set settled = true where id in ${settled}`)
    for (const row of missing) await send(queues, routes, [row], `-r${row.resends + 1}`)
    const again = missing.map((row) => row.id)
    if (again.length > 0) {
      await tx.execute(sql`update platform.outbox set sent_at = now(), resends = resends + 1 where id in ${again}`)
      app.log.warn({ events: again.length }, 'facts sent again: a consumer had not noted them')
    }
    return missing.length
  })

export interface Relay {
  readonly close: () => Promise<void>
}

/** Relays as soon as something is announced, and sweeps every few seconds, until closed. */
export function startRelay(app: App, queues: Queues, routes: Routes): Relay {
  let closed = false
  let wanted = false
  let running: Promise<void> = Promise.resolve()

  const drain = async () => {
    while (wanted && !closed) {
      wanted = false
      while ((await relayOnce(app, queues, routes)) === BATCH && !closed);
    }
  }
  let busy = false
  const wake = () => {
    wanted = true
    if (busy || closed) return
    busy = true
    running = drain()
      .catch((error: unknown) => app.log.warn({ err: error }, 'relay waits for its queue'))
      .finally(() => {
        busy = false
      })
  }
  const sweep = () =>
    void sweepOnce(app, queues, routes).catch((error: unknown) => app.log.warn({ err: error }, 'sweep failed'))

  const { DATABASE_URL: url } = app.config
  const listener = listen({ url, name: 'relay', channels: [OUTBOX_CHANNEL], onNotify: wake, onConnect: wake }, app.log)
  const timers = [setInterval(wake, POLL_MS), setInterval(sweep, SWEEP_EVERY_MS)]
  return {
    close: async () => {
      closed = true
      for (const timer of timers) clearInterval(timer)
      await listener.close()
      await running
    },
  }
}
