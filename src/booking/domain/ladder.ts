import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { ServiceDate } from '../../kernel/time'

/** What a step of a ladder keeps: basis points of the price, whole nights of a stay, or a fixed amount in minor units. */
const Charge = z.union([
  z.object({ bps: z.number().int().min(0).max(10_000) }),
  z.object({ nights: z.number().int().min(0) }),
  z.object({ minor: z.number().int().min(0) }),
])

/** From so many calendar days before the start on, this is what a cancellation costs. */
const Tier = z.object({ fromDays: z.number().int().min(0), charge: Charge })

/**
 * A cancellation ladder as data: the farthest tier first, the last one from day 0. A traveller of a domestic tour, by an
 * older model contract: more than 7 days before nothing, 7–4 days 50 %, 3–1 days 60 %, on the day 80 %.
 */
export const CancellationLadder = z
  .array(Tier)
  .min(1)
  .refine((tiers) => tiers.every(({ fromDays }, i) => i === 0 || fromDays < (tiers[i - 1]?.fromDays ?? 0)), {
    message: 'tiers go from far to near',
  })
  .refine((tiers) => tiers.at(-1)?.fromDays === 0, { message: 'the last tier begins at day 0' })
export type CancellationLadder = z.infer<typeof CancellationLadder>

/** What was bought, as far as a ladder looks at it. Minor units. */
export interface Priced {
  readonly priceMinor: number
  /** Price of each night of a stay; empty for everything else. */
  readonly nightsMinor: readonly number[]
  /** Costs already spent on the traveller that nobody returns; kept first, the tier's share is taken of the rest. */
  readonly incurredMinor: number
}

/**
 * What cancelling costs `daysBefore` calendar days before the start, never more than the price: incurred costs plus the
 * tier's share of the rest, half up. Counted in calendar days of the destination's zone (`calendarDaysBefore`).
 */
export function cancellationFee(ladder: CancellationLadder, daysBefore: number, bought: Priced): number {
  const { priceMinor, nightsMinor, incurredMinor } = bought
  const tier = ladder.find(({ fromDays }) => Math.max(0, daysBefore) >= fromDays)
  if (!tier) throw new Error('a ladder ends at day 0')
  const kept = Math.min(priceMinor, incurredMinor)
  const rest = priceMinor - kept
  const { charge } = tier
  if ('bps' in charge) return kept + Math.round((rest * charge.bps) / 10_000)
  if ('minor' in charge) return kept + Math.min(rest, charge.minor)
  const nights = nightsMinor.slice(0, charge.nights).reduce((sum, minor) => sum + minor, 0)
  return kept + Math.min(rest, nights)
}

/** Calendar days from an instant to a local date of the destination; negative when it has passed. */
export function calendarDaysBefore(startsOn: ServiceDate, zone: string, at: Date): number {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return today.until(Temporal.PlainDate.from(startsOn), { largestUnit: 'day' }).days
}
