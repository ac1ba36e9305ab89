import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Redis } from 'ioredis'
import type { App } from './app'
import { ROOT } from './root'

export interface Readiness {
  readonly database: boolean
  readonly queue: boolean
  readonly migrations: boolean
}

const JOURNAL = join(ROOT, 'migrations', 'meta', '_journal.json')

/** Whether everything a request needs answers within a second: Postgres, Redis, and tables of the newest version. */
export async function readiness(app: App, redis: Redis): Promise<Readiness> {
  const [newest, queue] = await Promise.all([
    within(app.db.execute<{ at: string }>(sql`select max(created_at)::text as at from drizzle.migrations`)),
    within(redis.ping()),
  ])
  const database = newest !== undefined
  return {
    database,
    queue: queue === 'PONG',
    migrations: database && Number(newest.rows[0]?.at ?? 0) >= newestMigration(),
  }
}

function newestMigration(): number {
  const { entries } = JSON.parse(readFileSync(JOURNAL, 'utf8')) as { entries: { when: number }[] }
  return Math.max(0, ...entries.map(({ when }) => when))
}

/** The answer, or undefined when it fails or takes longer than a second. */
async function within<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), 1_000)
  })
  const answer = await Promise.race([promise.catch(() => undefined), late])
  clearTimeout(timer)
  return answer
}
