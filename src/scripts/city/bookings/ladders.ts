import type { CancellationLadder } from '../../../booking/domain/ladder'

/** Free until the day before; half of the price on the day. */
const DAY_BEFORE: CancellationLadder = [
  { fromDays: 1, charge: { bps: 0 } },
  { fromDays: 0, charge: { bps: 5_000 } },
]

/** Free up to three days before; the first night from then on. */
const FIRST_NIGHT: CancellationLadder = [
  { fromDays: 3, charge: { bps: 0 } },
  { fromDays: 0, charge: { nights: 1 } },
]

/** More than 7 days nothing, 7–4 days half, 3–1 days 60 %, the day itself 80 %: the steps of an older model contract. */
const TOUR: CancellationLadder = [
  { fromDays: 8, charge: { bps: 0 } },
  { fromDays: 4, charge: { bps: 5_000 } },
  { fromDays: 1, charge: { bps: 6_000 } },
  { fromDays: 0, charge: { bps: 8_000 } },
]

/** Picked or made for one person: nothing comes back on the day. */
const FRESH: CancellationLadder = [
  { fromDays: 1, charge: { bps: 0 } },
  { fromDays: 0, charge: { bps: 10_000 } },
]

export const LADDERS = {
  service_slot: DAY_BEFORE,
  hotel_night: FIRST_NIGHT,
  travel_departure: TOUR,
  ticket: DAY_BEFORE,
  produce: FRESH,
  made_to_order: FRESH,
} as const
