import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routesOf } from '../../../workers/routes'
import { defineEvent } from '../../../src/kernel/event'
import { Refusal } from '../../../src/kernel/refusal'
import { type Consumer, consume, type Handler, on, onMany, onOutside } from '../../../src/platform/consume'
import { publish, publishAll } from '../../../src/platform/outbox'
import { openQueues, type Queues } from '../../../src/platform/queue'
import { openRedis } from '../../../src/platform/redis'
import { type Relay, relayOnce, startRelay, sweepOnce } from '../../../src/platform/relay'
import { type TestApp, testApp } from '../../support/app'

const Rung = defineEvent('test.rung', z.object({ bell: z.number().int(), aggregate: z.string() }))

let app: TestApp
let redis: ReturnType<typeof openRedis>
let queues: Queues
let open: { close: () => Promise<void> }[]

beforeEach(async () => {
  app = await testApp()
  redis = openRedis(app.config, 'worker')
  queues = openQueues(app.config, redis)
  open = []
  await app.db.execute(sql`create table heard (bell int, aggregate text, at timestamptz default clock_timestamp())`)
})

afterEach(async () => {
  for (const thing of open) await thing.close()
  await queues.close()
  redis.disconnect()
  await app.close()
})

const hear = on(Rung, ({ db }, { bell, aggregate }) =>
  db.execute(sql`insert into heard (bell, aggregate) values (${bell}, ${aggregate})`),
)
const ring = (bells: readonly number[]) =>
  app.db.transaction((tx) =>
    publishAll(
      tx,
      Rung,
      bells.map((bell) => ({ bell, aggregate: 'tower' })),
    ),
  )

function listener(handlers: readonly Handler[] = [hear], name = 'kitchen'): Consumer {
  const worker = consume({ app, redis, name, handlers })
  open.push(worker)
  return worker
}
function relay(handlers: readonly Handler[] = [hear], name = 'kitchen'): Relay {
  const started = startRelay(app, queues, routesOf({ [name]: handlers }))
  open.push(started)
  return started
}
const heard = async () => {
  const { rows } = await app.db.execute<{ bell: number }>(sql`select bell from heard order by bell`)
  return rows.map(({ bell }) => bell)
}
const until = async (what: () => Promise<boolean>, ms = 10_000) => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((r) => setTimeout(r, 20)))
    if (await what()) return
  throw new Error('it did not come to pass')
}
const routes = routesOf({ kitchen: [hear] })

describe('facts', () => {
  it('V4 reach a receiver that was down, each once, and a rollback emits nothing', async () => {
    relay()
    await ring([1, 2, 3])
    const undone = app.db.transaction(async (tx) => {
      await publish(tx, Rung, { bell: 99, aggregate: 'tower' })
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    // nobody listens yet; then somebody does
    expect(await heard()).toEqual([])
    listener()
    await until(async () => (await heard()).length === 3)
    expect(await heard()).toEqual([1, 2, 3])
  })

  it('act once when they are delivered again and again, by two relays and two workers', async () => {
    listener()
    listener()
    relay()
    relay()
    await ring(Array.from({ length: 200 }, (_, i) => i))
    await until(async () => (await heard()).length >= 200)
    // the same jobs once more, as after a stalled worker
    await app.db.execute(sql`update platform.outbox set sent_at = null`)
    await queues.of('kitchen').obliterate({ force: true })
    await until(async () => {
      const { rows } = await app.db.execute(sql`select 1 from platform.outbox where sent_at is null limit 1`)
      return rows.length === 0
    })
    await new Promise((r) => setTimeout(r, 300))
    expect(await heard()).toHaveLength(200)
  })

  it('survive a queue that lost everything, since the sweeper sends again what nobody noted', async () => {
    await ring([1, 2])
    await relayOnce(app, queues, routes)
    await redis.flushdb()
    listener()
    expect(await heard()).toEqual([])
    expect(await sweepOnce(app, queues, routes, 0)).toBe(2)
    await until(async () => (await heard()).length === 2)
    // settled: the next sweep has nothing to do
    await new Promise((r) => setTimeout(r, 20))
    await app.db.execute(sql`update platform.outbox set sent_at = now() - interval '1 hour'`)
    expect(await sweepOnce(app, queues, routes, 0)).toBe(0)
    expect(await heard()).toEqual([1, 2])
  })

  it('wait in Postgres while Redis is away', async () => {
    const away = openQueues(
      { ...app.config, QUEUE_PREFIX: 'away' },
      { host: '127.0.0.1', port: 1, retryStrategy: () => null, enableOfflineQueue: false },
    )
    await ring([7])
    await expect(relayOnce(app, away, routes)).rejects.toThrow()
    await away.close().catch(() => undefined)
    listener()
    expect(await relayOnce(app, queues, routes)).toBe(1)
    await until(async () => (await heard()).length === 1)
  })

  it('are not tried again once the business has said no, and are when something broke', async () => {
    let tries = 0
    const refusing = on(Rung, async (_, { bell }) => {
      tries++
      if (bell === 1) throw new Refusal('ticket_void')
      if (tries < 3) throw new Error('the light went out')
    })
    listener([refusing])
    relay([refusing])
    await ring([1])
    await until(async () => {
      const { rows } = await app.db.execute(sql`select refusal from platform.inbox where refusal = 'ticket_void'`)
      return rows.length === 1
    })
    expect(tries).toBe(1)
    await ring([2])
    await until(async () => tries === 3)
  })

  it('of a rush share a transaction, each once, and a bad one holds up nobody else', async () => {
    const crowds: number[] = []
    let mended = false
    const together = onMany(Rung, async ({ db }, rung) => {
      crowds.push(rung.length)
      if (!mended && rung.some(({ bell }) => bell === 7)) throw new Error('one of them is bad')
      for (const { bell } of rung) await db.execute(sql`insert into heard (bell, aggregate) values (${bell}, 'tower')`)
    })
    listener([together])
    relay([together])
    await ring(Array.from({ length: 20 }, (_, i) => i))
    await until(async () => (await heard()).length === 19)
    expect(Math.max(...crowds)).toBeGreaterThan(1)
    mended = true
    await until(async () => (await heard()).length === 20)
    expect(await heard()).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })

  it('with an effect outside are noted only after it, so a crash between repeats it under its own key', async () => {
    const sent: number[] = []
    let crash = true
    const outside = onOutside(Rung, async (_, { bell }) => {
      sent.push(bell)
      if (crash) {
        crash = false
        throw new Error('killed after sending')
      }
    })
    listener([outside])
    relay([outside])
    await ring([5])
    await until(async () => sent.length === 2)
    await until(async () => (await app.db.execute(sql`select 1 from platform.inbox`)).rows.length === 1)
    expect(sent).toEqual([5, 5])
  })
})
