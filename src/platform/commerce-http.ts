import type { z } from 'zod'
import { Refusal } from '../kernel/refusal'
import type { Config } from './config'

/** No answer within this is no answer. */
export const COMMERCE_TIMEOUT_MS = 4_000
/** The header that carries the secret. */
export const INTERNAL_HEADER = 'x-linli-internal'

export interface Request<T extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly answer: T
  /** For what scripts do once; nobody waits for it at a screen. */
  readonly timeoutMs?: number
}

/** An answer that is neither a success nor commerce being away: a fault of ours, worth a look. */
export class CommerceFault extends Error {
  override readonly name = 'CommerceFault'
  readonly status: number

  constructor(request: string, status: number, answer: string) {
    super(`${request} answered ${status}: ${answer.slice(0, 500)}`)
    this.status = status
  }
}

/**
 * Asks commerce something and checks the answer.
 * @throws Refusal `commerce_unavailable` when it cannot be reached, is too slow or is starting; CommerceFault otherwise.
 */
export async function ask<T extends z.ZodType>(
  { COMMERCE_URL, COMMERCE_SECRET }: Config,
  { method, path, body, answer, timeoutMs = COMMERCE_TIMEOUT_MS }: Request<T>,
): Promise<z.output<T>> {
  const response = await fetch(new URL(path, COMMERCE_URL), {
    method,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      [INTERNAL_HEADER]: COMMERCE_SECRET,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(unavailable)
  const text = await response.text().catch(unavailable)
  if ([502, 503, 504].includes(response.status)) throw new Refusal('commerce_unavailable')
  if (!response.ok) throw new CommerceFault(`${method} ${path.split('?')[0]}`, response.status, text)
  return answer.parse(text === '' ? undefined : JSON.parse(text))
}

function unavailable(): never {
  throw new Refusal('commerce_unavailable')
}
