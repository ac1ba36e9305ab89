/** How close lots are to their expiry; the words and colours of a stock list. */
export const HEATS = ['expired', 'today', 'soon', 'week', 'later'] as const
export type Heat = (typeof HEATS)[number]

/** Days from which a lot counts as close to its expiry, as the figures of the overview do. */
export const SOON_DAYS = 2

/** The heat of a lot with so many days left; a lot may be used on its last day. */
export function heatOf(daysLeft: number): Heat {
  if (daysLeft < 0) return 'expired'
  if (daysLeft === 0) return 'today'
  if (daysLeft <= SOON_DAYS) return 'soon'
  return daysLeft <= 7 ? 'week' : 'later'
}

interface Warm {
  readonly daysLeft: number
  readonly quantity: number
  /** Fen for 1,000 base units. */
  readonly costPerThousand: number
}

/** What a lot is worth, fen. */
export const worthOf = ({ quantity, costPerThousand }: Omit<Warm, 'daysLeft'>): number =>
  Math.round((quantity * costPerThousand) / 1_000)

/** How many lots and how much money stand at each heat. */
export function heatsOf(lots: readonly Warm[]): Readonly<Record<Heat, { lots: number; minor: number }>> {
  const empty = () => ({ lots: 0, minor: 0 })
  const heats = { expired: empty(), today: empty(), soon: empty(), week: empty(), later: empty() }
  for (const lot of lots) {
    const heat = heats[heatOf(lot.daysLeft)]
    heat.lots += 1
    heat.minor += worthOf(lot)
  }
  return heats
}
