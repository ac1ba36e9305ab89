import { sql } from 'drizzle-orm'
import type { Config } from './config'
import type { Db, Pool, Tx } from './database'
import { listen } from './listen'
import type { Logger } from './log'

/** Named in functions.sql as well. */
const CHANNEL = 'stream'

/** Something told to whoever watches a topic such as `order:ord_…` or `kitchen:site_…`. No personal data. */
export interface Told {
  readonly topic: string
  readonly event: string
  readonly data: unknown
}

export interface StreamEvent {
  readonly version: number
  readonly event: string
  readonly data: unknown
}

/**
 * Tells the watchers of some topics, when the transaction commits. The topics' rows are locked until then, so versions
 * follow the order of commits and a reader may page by them.
 */
export async function tell(tx: Tx, told: readonly Told[]): Promise<void> {
  if (told.length > 0) await tx.execute(sql`select ${toldTo(told)}`)
}

/** The same as part of a larger statement. */
export const toldTo = (told: readonly Told[]) => sql`platform.tell(${JSON.stringify(told)}::jsonb)`

/** The version a snapshot read now stands at: watch from here to miss nothing. 0 when nothing was ever told. */
export async function versionOf(db: Db, topic: string): Promise<number> {
  const { rows } = await db.execute<{ version: string }>(
    sql`select version from platform.stream_topics where topic = ${topic}`,
  )
  return Number(rows[0]?.version ?? 0)
}

export interface Streams {
  /** Sends everything after a version, then whatever comes, in order and once. Returns how to stop. */
  readonly watch: (topic: string, after: number, send: (event: StreamEvent) => void) => () => void
  readonly watchers: () => number
  readonly close: () => Promise<void>
}

interface Watcher {
  after: number
  readonly send: (event: StreamEvent) => void
}

/** The live streams of one process: one listening connection, whatever the number of watchers. */
export function openStreams(config: Config, pool: Pool, log: Logger): Streams {
  const byTopic = new Map<string, Set<Watcher>>()
  const reading = new Map<string, Promise<void>>()
  const asked = new Set<string>()

  const read = async (topic: string) => {
    const watchers = byTopic.get(topic)
    if (!watchers || watchers.size === 0) return
    const from = Math.min(...[...watchers].map((watcher) => watcher.after))
    const { rows } = await pool.query<{ version: string; event: string; data: unknown }>({
      name: 'stream-read',
      text: 'select version, event, data from platform.stream_events where topic = $1 and version > $2 order by version',
      values: [topic, from],
    })
    for (const row of rows) {
      const event = { version: Number(row.version), event: row.event, data: row.data }
      for (const watcher of watchers) {
        if (event.version <= watcher.after) continue
        watcher.after = event.version
        watcher.send(event)
      }
    }
  }
  /** One read a topic at a time; what arrives meanwhile asks for one more. */
  const refresh = (topic: string) => {
    if (!byTopic.has(topic)) return
    asked.add(topic)
    if (reading.has(topic)) return
    const loop = async () => {
      while (asked.delete(topic)) await read(topic)
    }
    const done = loop()
      .catch((error: unknown) => log.warn({ err: error, topic }, 'stream not read'))
      .finally(() => reading.delete(topic))
    reading.set(topic, done)
  }
  const refreshAll = () => {
    for (const topic of byTopic.keys()) refresh(topic)
  }
  const listener = listen(
    {
      url: config.DATABASE_URL,
      name: 'streams',
      channels: [CHANNEL],
      onNotify: (_, topic) => refresh(topic),
      onConnect: refreshAll,
    },
    log,
  )
  const watch = (topic: string, after: number, send: (event: StreamEvent) => void) => {
    const watcher: Watcher = { after, send }
    const watchers = byTopic.get(topic) ?? new Set()
    byTopic.set(topic, watchers.add(watcher))
    refresh(topic)
    return () => {
      watchers.delete(watcher)
      if (watchers.size === 0 && byTopic.get(topic) === watchers) byTopic.delete(topic)
    }
  }
  const watchers = () => [...byTopic.values()].reduce((sum, set) => sum + set.size, 0)
  return {
    watch,
    watchers,
    close: async () => {
      await listener.close()
      await Promise.allSettled(reading.values())
    },
  }
}
