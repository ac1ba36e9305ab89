import { REFUSALS, Refusal, type RefusalCode } from '../kernel/refusal'

/** The SQLSTATE our functions raise when the business says "no"; the message is the code, the detail its values as JSON. */
const REFUSED = 'LL001'

/**
 * Turns a "no" raised inside a database function into the Refusal it is; anything else passes as it came.
 * @throws Refusal or the error given.
 */
export function rethrowRefused(error: unknown): never {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('code' in cause) || cause.code !== REFUSED) continue
    if (cause.message in REFUSALS) throw new Refusal(cause.message as RefusalCode, detailOf(cause))
  }
  throw error
}

function detailOf(error: Error): Record<string, string | number> {
  const detail: unknown = 'detail' in error ? error.detail : undefined
  return typeof detail === 'string' && detail.startsWith('{') ? JSON.parse(detail) : {}
}

/** Whether a write failed because a unique key stood in its way. */
export function isTaken(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === '23505') return 'constraint' in cause && cause.constraint === constraint
  }
  return false
}
