import { UnrecoverableError, Worker } from 'bullmq'
import { and, eq } from 'drizzle-orm'
import type { Redis } from 'ioredis'
import type { EventType } from '../kernel/event'
import { Refusal } from '../kernel/refusal'
import type { App } from './app'
import type { Db } from './database'
import { gather } from './gather'
import { inbox } from './schema'

/** What one consumer does about one kind of fact. */
export interface Handler {
  readonly event: string
  readonly handle: (app: App, consumer: string, eventId: string, payload: unknown) => Promise<void>
}

const typed = <P>(type: EventType<P>, useCase: (app: App, payload: P) => Promise<unknown>) => ({
  event: type.name,
  act: async (app: App, payload: unknown) => void (await useCase(app, type.payload.parse(payload))),
})

/** The effect is in our database: inbox row and effect are one transaction, so a second delivery does nothing. */
export function on<P>(type: EventType<P>, useCase: (app: App, payload: P) => Promise<unknown>): Handler {
  const { event, act } = typed(type, useCase)
  return {
    event,
    handle: (app, consumer, eventId, payload) =>
      app.db.transaction(async (tx) => {
        if (await claim(tx, consumer, eventId)) await act({ ...app, db: tx }, payload)
      }),
  }
}

/** How long facts of a rush wait for each other. */
const RUSH_MS = 15

/**
 * As `on`, for facts that come in crowds: those that arrive together share one transaction. Where it fails, each is tried
 * in a transaction of its own, so that only the culprit is tried again later. A process has one `app`.
 */
export function onMany<P>(
  type: EventType<P>,
  useCase: (app: App, payloads: readonly P[]) => Promise<unknown>,
): Handler {
  interface Arrived {
    readonly app: App
    readonly consumer: string
    readonly eventId: string
    readonly payload: P
  }
  const act = async (arrived: readonly Arrived[]) => {
    const [first] = arrived
    await first?.app.db.transaction(async (tx) => {
      const byId = new Map(arrived.map(({ eventId, payload }) => [eventId, payload]))
      const fresh = await claimAll(tx, first.consumer, [...byId.keys()])
      const payloads = [...byId].flatMap(([eventId, payload]) => (fresh.has(eventId) ? [payload] : []))
      if (payloads.length > 0) await useCase({ ...first.app, db: tx }, payloads)
    })
  }
  const soon = gather(act, RUSH_MS)
  return {
    event: type.name,
    handle: (app, consumer, eventId, payload) => {
      const one = { app, consumer, eventId, payload: type.payload.parse(payload) }
      return soon(one).catch(() => act([one]))
    },
  }
}

/** The effect is outside our database, idempotent by a key of its own: done first, noted after. */
export function onOutside<P>(type: EventType<P>, useCase: (app: App, payload: P) => Promise<unknown>): Handler {
  const { event, act } = typed(type, useCase)
  return {
    event,
    handle: async (app, consumer, eventId, payload) => {
      const done = and(eq(inbox.consumer, consumer), eq(inbox.eventId, eventId))
      if ((await app.db.select({ at: inbox.at }).from(inbox).where(done)).length > 0) return
      await act(app, payload)
      await claim(app.db, consumer, eventId)
    },
  }
}

const claim = async (db: Db, consumer: string, eventId: string): Promise<boolean> =>
  (await claimAll(db, consumer, [eventId])).has(eventId)

/** Which of the facts this consumer meets for the first time; in order of their ids, so that two claims cannot deadlock. */
async function claimAll(db: Db, consumer: string, eventIds: readonly string[]): Promise<Set<string>> {
  const rows = eventIds.toSorted().map((eventId) => ({ consumer, eventId }))
  const claimed = await db.insert(inbox).values(rows).onConflictDoNothing().returning({ eventId: inbox.eventId })
  return new Set(claimed.map(({ eventId }) => eventId))
}

/** A "no" is final: noted in the inbox with its code, so that nobody sends the fact again. */
const noteRefusal = (app: App, consumer: string, eventId: string, refusal: Refusal) =>
  app.db.insert(inbox).values({ consumer, eventId, refusal: refusal.code }).onConflictDoNothing()

/** A running queue. */
export type Consumer = Worker

export interface ConsumerOptions {
  readonly app: App
  readonly redis: Redis
  /** The queue, which is also the consumer's name in the inbox. */
  readonly name: string
  readonly handlers: readonly Handler[]
  readonly concurrency?: number
}

/** Runs one queue. @throws when two handlers wait for the same event: every job has exactly one. */
export function consume({ app, redis, name, handlers, concurrency = 8 }: ConsumerOptions): Worker {
  const byEvent = new Map(handlers.map((handler) => [handler.event, handler]))
  if (byEvent.size !== handlers.length) throw new Error(`queue ${name} has two handlers for one event`)
  const worker = new Worker<{ eventId: string; payload: unknown }>(
    name,
    async (job) => {
      const handler = byEvent.get(job.name)
      if (!handler) throw new UnrecoverableError(`no handler for ${job.name} in ${name}`)
      const { eventId, payload } = job.data
      try {
        await handler.handle(app, name, eventId, payload)
      } catch (error) {
        // a refusal of the 500 kind (commerce is down) is a fault of the moment: tried again
        if (!(error instanceof Refusal) || error.status >= 500) throw error
        await noteRefusal(app, name, eventId, error)
        throw new UnrecoverableError(`${error.code}: ${JSON.stringify(error.params)}`)
      }
    },
    { connection: redis, prefix: app.config.QUEUE_PREFIX, concurrency, maxStalledCount: 10 },
  )
  worker.on('failed', (job, error) =>
    app.log.warn({ queue: name, job: job?.name, id: job?.id, err: error }, 'job failed'),
  )
  worker.on('error', (error) => app.log.warn({ queue: name, err: error }, 'worker connection'))
  return worker
}
