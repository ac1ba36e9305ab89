import { UnrecoverableError, Worker } from 'bullmq'
import { and, eq } from 'drizzle-orm'
import type { Redis } from 'ioredis'
import type { EventType } from '../kernel/event'
import { Refusal } from '../kernel/refusal'
import type { App } from './app'
import type { Db } from './database'
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

async function claim(db: Db, consumer: string, eventId: string): Promise<boolean> {
  const rows = await db.insert(inbox).values({ consumer, eventId }).onConflictDoNothing().returning({ at: inbox.at })
  return rows.length > 0
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
