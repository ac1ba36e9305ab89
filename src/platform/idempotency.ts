import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from './app'
import type { Db } from './database'
import { idempotency } from './schema'

/** Who asks, on which route, under which key, with which body. */
export interface Request {
  readonly scope: string
  readonly route: string
  readonly key: string
  readonly body: unknown
}

/** What the door answers; kept, and given again to a repeated request. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The same for equal bodies whatever the order of their keys. */
export const bodyHash = (body: unknown): string => createHash('sha256').update(canonical(body)).digest('base64url')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}

/**
 * Does the work once per (scope, route, key) and gives every repetition the first answer. The key's row, the effect and the
 * answer are one transaction; a second request under way waits for the first. A refusal is an answer too; a fault is
 * not, so it may be tried again.
 * @throws Refusal `idempotency_key_reused` when the key came with another body before.
 */
export const once = (app: App, request: Request, work: (app: App) => Promise<Answer>): Promise<Answer> =>
  app.db.transaction(async (tx) => {
    const { scope, route, key, body } = request
    const hash = bodyHash(body)
    const fresh = await tx
      .insert(idempotency)
      .values({ scope, route, key, bodyHash: hash })
      .onConflictDoNothing()
      .returning({ key: idempotency.key })
    const row = and(eq(idempotency.scope, scope), eq(idempotency.route, route), eq(idempotency.key, key))
    if (fresh.length === 0) return repeat(tx, row, hash)

    const answer = await attempt(tx, app, work)
    await tx
      .update(idempotency)
      .set({ status: answer.status, response: answer.body ?? null })
      .where(row)
    return answer
  })

async function repeat(tx: Db, row: ReturnType<typeof and>, hash: string): Promise<Answer> {
  const [kept] = await tx.select().from(idempotency).where(row)
  if (!kept || kept.status === null) throw new Refusal('conflict')
  if (kept.bodyHash !== hash) throw new Refusal('idempotency_key_reused')
  return { status: kept.status, body: kept.response }
}

/** The work in a savepoint: refused work leaves nothing behind but its refusal. */
async function attempt(tx: Db, app: App, work: (app: App) => Promise<Answer>): Promise<Answer> {
  try {
    return await tx.transaction((inner) => work({ ...app, db: inner }))
  } catch (error) {
    if (error instanceof Refusal)
      return { status: error.status, body: { refusal: { code: error.code, params: error.params } } }
    throw error
  }
}
