import type { Stop } from '../../api/dispatch'
import { time } from '../../i18n/format'

type Change = NonNullable<Stop['change']>

/** Fields of the routing engine's problems, and the sentence each has. */
const SENTENCES = {
  windows: 'window',
  shift: 'shift',
  holdOnBoard: 'hold',
  holdFromReady: 'hold',
  skills: 'skill',
  penalty: 'cost',
} as const

export interface SaidChange {
  readonly key: 'window' | 'shift' | 'hold' | 'skill' | 'cost' | 'capacity' | 'other'
  /** A time of the kitchen, minutes, boxes or a word. */
  readonly value: string
}

/** Seconds since 1970, or an instant, as the time on the kitchen's wall. */
const clock = (value: string | number, zone: string) =>
  time(typeof value === 'number' ? new Date(value * 1000).toISOString() : value, zone)

/** The smallest change that would let a stop in, ready to be said. */
export function changeOf({ field, value }: Change, zone: string): SaidChange {
  if (field.startsWith('capacity.')) return { key: 'capacity', value: String(value) }
  const known = Object.entries(SENTENCES).find(([name]) => name === field)
  if (!known) return { key: 'other', value: String(value) }
  const [, key] = known
  if (key === 'window' || key === 'shift') return { key, value: clock(value, zone) }
  if (key === 'hold') return { key, value: String(Math.ceil(Number(value) / 60)) }
  return { key, value: String(value) }
}
