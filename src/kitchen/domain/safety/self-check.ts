import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../../../kernel/refusal'
import type { ServiceDate } from '../../../kernel/time'
import type { CheckAnswer, CheckItem, Rhythm } from './rules'

/** Which period a check of a day belongs to: the day, the Monday of its week, the first of its month. */
export function dueOn(rhythm: Rhythm, today: ServiceDate): ServiceDate {
  const day = Temporal.PlainDate.from(today)
  if (rhythm === 'daily') return today
  if (rhythm === 'weekly') return day.subtract({ days: day.dayOfWeek - 1 }).toString()
  return day.with({ day: 1 }).toString()
}

/**
 * Passes when every item of the list is answered once and every failed one says what was done.
 * @throws Refusal `check_incomplete`, `corrective_action_missing`
 */
export function requireComplete(items: readonly CheckItem[], answers: readonly CheckAnswer[]): void {
  const codes = answers.map(({ code }) => code)
  const isWhole = items.every(({ code }) => codes.includes(code)) && new Set(codes).size === items.length
  if (!isWhole || codes.length !== items.length) throw new Refusal('check_incomplete')
  const bare = answers.find(({ ok, action }) => !ok && !action?.trim())
  if (bare) throw new Refusal('corrective_action_missing', { item: bare.code })
}
