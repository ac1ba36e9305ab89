import { Refusal } from '../../kernel/refusal'
import { dateIn, type ServiceDate } from '../../kernel/time'
import { type Hours, openingBetween } from './opening'

export interface Timed {
  readonly zone: string
  readonly opening: readonly Hours[]
  readonly minutes: number
  readonly bufferMinutes: number
  readonly stepMinutes: number
  readonly horizonDays: number
}

export interface Slot {
  readonly startsOn: ServiceDate
  readonly startsAt: Date
  readonly endsAt: Date
  /** When its resources are free again. */
  readonly freeAt: Date
}

const DAY_MINUTES = 24 * 60

/**
 * The slot of a service that starts at an instant.
 * @throws Refusal `in_the_past`, `beyond_horizon`, `not_a_slot`: closed, off the grid, or over after closing time.
 */
export function slotAt(service: Timed, startsAt: Date, now: Date): Slot {
  const startsOn = dateIn(service.zone, startsAt)
  if (startsAt <= now) throw new Refusal('in_the_past', { date: startsOn })
  const horizon = later(now, service.horizonDays * DAY_MINUTES)
  if (startsAt > horizon) throw new Refusal('beyond_horizon', { date: dateIn(service.zone, horizon) })
  const endsAt = later(startsAt, service.minutes)
  const step = service.stepMinutes * 60_000
  const fits = openingBetween(service.opening, startsOn, startsOn, service.zone).some(({ from, to }) => {
    const offset = startsAt.getTime() - from.getTime()
    return offset >= 0 && offset % step === 0 && endsAt <= to
  })
  if (!fits) throw new Refusal('not_a_slot')
  return { startsOn, startsAt, endsAt, freeAt: later(endsAt, service.bufferMinutes) }
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
