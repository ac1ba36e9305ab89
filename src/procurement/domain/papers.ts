import { addDays, type ServiceDate } from '../../kernel/time'

export type PapersState = 'valid' | 'ending' | 'expired' | 'none'

/** How a supplier's papers stand on a day; `endsOn` is the last day on which all kinds are valid. */
export function papersState(endsOn: ServiceDate | null, today: ServiceDate, warnDays: number): PapersState {
  if (endsOn === null) return 'none'
  if (endsOn < today) return 'expired'
  return endsOn <= addDays(today, warnDays) ? 'ending' : 'valid'
}

/** Warnings stand so many days before a paper ends. */
export const WARN_DAYS = [30, 7] as const

/** The warnings that are due on a day: each from its distance on until the paper has ended. */
export const warningsDue = (validTo: ServiceDate, today: ServiceDate): number[] =>
  validTo < today ? [] : WARN_DAYS.filter((days) => validTo <= addDays(today, days))
