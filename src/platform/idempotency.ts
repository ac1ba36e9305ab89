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
 * answer are one transaction; a second request under way waits for the first. A refusal is an answer too: what it had
 * begun is undone and the refusal kept. A fault is no answer, so it may be tried again.
 * @throws Refusal `idempotency_key_reused` when the key came with another body before.
 */
export async function once(app: App, request: Request, work: (app: App) => Promise<Answer>): Promise<Answer> {
  const hash = bodyHash(request.body)
  try {
    return await app.db.transaction(async (tx) => {
      if (!(await claim(tx, request, hash))) return repeat(tx, request, hash)
      const { status, body } = await work({ ...app, db: tx })
      await tx
        .update(idempotency)
        .set({ status, response: body ?? null })
        .where(rowOf(request))
      return { status, body }
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return keepRefusal(app.db, request, hash, error)
  }
}

const rowOf = ({ scope, route, key }: Request) =>
  and(eq(idempotency.scope, scope), eq(idempotency.route, route), eq(idempotency.key, key))

/** True for the first to come; waits for one that is under way. */
async function claim(db: Db, { scope, route, key }: Request, bodyHash: string, answer?: Answer): Promise<boolean> {
  const kept = answer ? { status: answer.status, response: answer.body } : {}
  const row = { scope, route, key, bodyHash, ...kept }
  const fresh = await db.insert(idempotency).values(row).onConflictDoNothing().returning({ key: idempotency.key })
  return fresh.length > 0
}

async function repeat(db: Db, request: Request, hash: string): Promise<Answer> {
  const [kept] = await db.select().from(idempotency).where(rowOf(request))
  if (!kept || kept.status === null) throw new Refusal('conflict')
  if (kept.bodyHash !== hash) throw new Refusal('idempotency_key_reused')
  return { status: kept.status, body: kept.response }
}

/** The refusal is the key's answer, unless somebody with the same key was answered meanwhile. */
async function keepRefusal(db: Db, request: Request, hash: string, { status, code, params }: Refusal): Promise<Answer> {
  const answer = { status, body: { refusal: { code, params } } }
  if (code === 'idempotency_key_reused' || code === 'conflict') return answer
  return (await claim(db, request, hash, answer)) ? answer : repeat(db, request, hash)
}
