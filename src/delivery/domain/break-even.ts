/** What delivering costs and what a box leaves, in minor units; an operator's own figures. */
export interface RoutePrices {
  /** A tour: the courier's time on the road and the vehicle. */
  readonly perRunMinor: number
  readonly perKmMinor: number
  /** The courier's time at a door. */
  readonly perStopMinor: number
  /** What a box leaves before it is delivered: price without tax, less food, packaging and kitchen. */
  readonly marginPerBoxMinor: number
}

/** What stands until an operator says otherwise: 50 minutes of a courier at 30 yuan an hour, 90 seconds a door. */
export const ASSUMED_PRICES: RoutePrices = {
  perRunMinor: 2_500,
  perKmMinor: 40,
  perStopMinor: 75,
  marginPerBoxMinor: 450,
}

/**
 * The drop size, in boxes a stop, at which a tour earns what it costs. A tour of n stops and k kilometres costs
 * perRun + perKm · k + perStop · n; with b boxes a stop it earns margin · b · n. Both are equal at
 * b = (perRun + perKm · k) / (n · margin) + perStop / margin: the more stops share a tour, the fewer boxes each needs
 * (contribution break-even over the three cost drivers of a delivery tour: vehicle, distance and drop).
 * Null without runs, without stops, or where a box leaves nothing.
 */
export function breakEvenDropSize(
  prices: RoutePrices,
  { runs, stops, metres }: { readonly runs: number; readonly stops: number; readonly metres: number },
): number | null {
  const { perRunMinor, perKmMinor, perStopMinor, marginPerBoxMinor: margin } = prices
  if (runs <= 0 || stops <= 0 || margin <= 0) return null
  const tours = perRunMinor * runs + (perKmMinor * metres) / 1_000
  return tours / (stops * margin) + perStopMinor / margin
}
