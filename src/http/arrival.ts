import { createHmac, timingSafeEqual } from 'node:crypto'

/** The header under which somebody turned away is told when they came, and says so when they come again. */
export const ARRIVAL = 'x-arrived'
/** A note of arrival is good for this long. */
const GOOD_FOR_MS = 60_000

/** What a note of arrival is bound to: our secret, and the Idempotency-Key of the one act it is good for. */
export interface Bound {
  readonly secret: string
  readonly key: string
}

/** When a request came, signed. */
export const arrivalNote = (bound: Bound, at: Date): string => `${at.getTime()}.${signature(bound, at.getTime())}`

/** When a request that was turned away came first; undefined where the note is not ours, for another act, or too old. */
export function firstArrival(bound: Bound, note: string, now: Date): Date | undefined {
  const [stamp = '', signed = ''] = note.split('.')
  const at = Number(stamp)
  const [ours, theirs] = [Buffer.from(signature(bound, at)), Buffer.from(signed)]
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return undefined
  const age = now.getTime() - at
  return age >= 0 && age <= GOOD_FOR_MS ? new Date(at) : undefined
}

const signature = ({ secret, key }: Bound, at: number): string =>
  createHmac('sha256', secret).update(`arrival|${at}|${key}`).digest('base64url')
