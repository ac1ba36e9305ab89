import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../../kernel/refusal'
import { addDays, type ServiceDate } from '../../kernel/time'

/** Nights of a stay, half-open: the guest who leaves on a day and the one who comes on it never meet. */
export interface Stay {
  readonly from: ServiceDate
  readonly to: ServiceDate
}

/** Longer stays are rentals. */
const MOST_NIGHTS = 90

/**
 * The nights of a stay, in order.
 * @throws Refusal `stay_ends_before_it_starts`, `stay_too_long`, `in_the_past`, `beyond_horizon`.
 */
export function nightsOf({ from, to }: Stay, today: ServiceDate, horizonDays: number): ServiceDate[] {
  const count = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
  if (count <= 0) throw new Refusal('stay_ends_before_it_starts', { from, to })
  if (count > MOST_NIGHTS) throw new Refusal('stay_too_long', { nights: count, most: MOST_NIGHTS })
  if (from < today) throw new Refusal('in_the_past', { date: from })
  if (to > addDays(today, horizonDays)) throw new Refusal('beyond_horizon', { date: addDays(today, horizonDays) })
  return Array.from({ length: count }, (_, i) => addDays(from, i))
}
