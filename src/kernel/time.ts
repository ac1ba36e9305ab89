import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A local calendar day, `YYYY-MM-DD`: the day a meal period starts in its kitchen's zone. Refuses 30 February. */
export const ServiceDate = z.iso.date()
export type ServiceDate = z.infer<typeof ServiceDate>

export const MEAL_PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const
export const MealPeriod = z.enum(MEAL_PERIODS)
export type MealPeriod = z.infer<typeof MealPeriod>

/** `HH:MM`, 24-hour, on the wall of the kitchen. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** When ordering closes: `daysBefore` the service date, at a wall-clock time of the kitchen. */
export const CutoffRule = z.object({ daysBefore: z.number().int().min(0).max(30), at: WallTime })
export type CutoffRule = z.infer<typeof CutoffRule>

/**
 * The instant a wall clock shows a time. Where daylight saving leaves a gap the next valid instant is taken,
 * where it repeats an hour the earlier (stricter) one: Temporal's `disambiguation: 'compatible'` for both.
 */
export function instantOf(date: ServiceDate, wallTime: string, zone: string): Date {
  const local = Temporal.PlainDateTime.from(`${date}T${wallTime}`)
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

export const cutoffInstant = (date: ServiceDate, rule: CutoffRule, zone: string): Date =>
  instantOf(addDays(date, -rule.daysBefore), rule.at, zone)

export const addDays = (date: ServiceDate, days: number): ServiceDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** The local calendar day of an instant. */
export const dateIn = (zone: string, at: Date): ServiceDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** Half-open: the instant of the cut-off is already late. */
export const isBeforeCutoff = (at: Date, cutoff: Date): boolean => at.getTime() < cutoff.getTime()

/** How far a wall clock is from UTC at an instant: `+08:00`. */
export const offsetIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).offset
