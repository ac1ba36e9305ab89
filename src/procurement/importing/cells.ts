import { ServiceDate, WallTime } from '../../kernel/time'
import type { Read } from './sheet'

/** What cells may hold. Each answers the value or a code: `required`, `number`, `range`, `format`, `unknown_value`, `order`. */

type Cell<T> = (text: string) => Read<T>

export const id: Cell<string> = (text) => {
  if (text === '') return { error: 'required' }
  return /^[\w-]{1,100}$/.test(text) ? { value: text } : { error: 'format' }
}

export const words: Cell<string> = (text) => {
  if (text === '') return { error: 'required' }
  return text.length <= 120 ? { value: text } : { error: 'range' }
}

export const whole =
  (least: number, most: number): Cell<number> =>
  (text) => {
    if (text === '') return { error: 'required' }
    if (!/^-?\d{1,12}$/.test(text)) return { error: 'number' }
    const value = Number(text)
    return value >= least && value <= most ? { value } : { error: 'range' }
  }

/** Yuan with up to two decimals, as minor units. */
export const money: Cell<number> = (text) => {
  if (text === '') return { error: 'required' }
  const [, major, minor = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  return major === undefined ? { error: 'number' } : { value: Number(major) * 100 + Number(minor.padEnd(2, '0')) }
}

export const oneOf =
  <T extends string>(values: readonly T[]): Cell<T> =>
  (text) => {
    const value = values.find((each) => each === text)
    return value === undefined ? { error: text === '' ? 'required' : 'unknown_value' } : { value }
  }

/** `1 2 5`: 1 = Monday … 7 = Sunday. */
export const weekdays: Cell<number[]> = (text) => {
  if (text === '') return { error: 'required' }
  const days = text.split(/[\s,;]+/).map(Number)
  if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) return { error: 'range' }
  return { value: [...new Set(days)].sort() }
}

/** `2026-10-01 2026-10-02`: days of the calendar; none when empty. */
export const days: Cell<string[]> = (text) => {
  const named = text.split(/[\s,;]+/).filter(Boolean)
  if (!named.every((day) => ServiceDate.safeParse(day).success)) return { error: 'format' }
  return { value: [...new Set(named)].sort() }
}

/** Empty says nothing: null. */
export const maybe =
  <T>(cell: Cell<T>): Cell<T | null> =>
  (text) =>
    text === '' ? { value: null } : cell(text)

export const wallTime: Cell<string> = (text) => {
  if (text === '') return { error: 'required' }
  return WallTime.safeParse(text).success ? { value: text } : { error: 'format' }
}

export const zone: Cell<string> = (text) => {
  if (text === '') return { error: 'required' }
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return { value: text }
  } catch {
    return { error: 'unknown_value' }
  }
}

export type Breaks = { packs: number; priceMinor: number }[]

/** `5:12.40 12:11.90`: from so many packs on, yuan a pack; more packs are never dearer. */
export const priceBreaks: Cell<Breaks> = (text) => {
  const steps: Breaks = []
  for (const step of text.split(/[\s;]+/).filter(Boolean)) {
    const [packs = '', price = '', rest] = step.split(':')
    const read = money(price)
    if (rest !== undefined || !/^\d{1,5}$/.test(packs) || 'error' in read) return { error: 'format' }
    const before = steps.at(-1)
    if (before && (Number(packs) <= before.packs || read.value > before.priceMinor)) return { error: 'order' }
    steps.push({ packs: Number(packs), priceMinor: read.value })
  }
  return { value: steps }
}

/** Yuan as `money` reads them. */
export const yuan = (minor: number): string => (minor / 100).toFixed(2)
