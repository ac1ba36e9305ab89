import { gateSeconds, NO_ROAD, type Network } from './network'
import type { RoutingProblem, Vehicle } from './problem'

/** Whole numbers stay as they are and fractions keep three digits, as far as 32 bits hold the dearest way. */
function costScale(vehicles: readonly Vehicle[], longest: number): number {
  const prices = vehicles.flatMap(({ cost }) => [cost?.perMetre ?? 1, cost?.perSecond ?? 0])
  const dearest = Math.max(...vehicles.map(({ cost }) => (cost?.perMetre ?? 1) + (cost?.perSecond ?? 0)))
  let scale = prices.every(Number.isInteger) ? 1 : 1000
  while (longest * dearest * scale > 2 ** 28) scale /= 10
  return scale
}

/** Numbers items by a key: equal keys get the same number; `first` holds the first item of each. */
export const numbered = <T>(items: readonly T[], key: (item: T) => string): { of: Int32Array; first: T[] } => {
  const seen = new Map<string, number>()
  const first: T[] = []
  const of = Int32Array.from(items, (item) => {
    const name = key(item)
    const known = seen.get(name)
    if (known !== undefined) return known
    seen.set(name, first.length)
    first.push(item)
    return first.length - 1
  })
  return { of, first }
}

/** Where a node is, and behind whose gate. */
export interface Place {
  readonly location: number
  readonly community: string | undefined
  /** Seconds of service there; 0 at a depot. */
  readonly service: number
}

/** Distances and times between places, gates included; one table for both where they are the same. */
function tabulate(problem: RoutingProblem, network: Network, places: readonly Place[]) {
  const size = places.length
  const metres = new Int32Array(size * size)
  const shared = network.duration === network.distance && problem.gates === undefined
  const seconds = shared ? metres : new Int32Array(size * size)
  let longest = 1
  for (let i = 0; i < size; i++) {
    const from = places[i]!
    for (let j = 0; j < size; j++) {
      const to = places[j]!
      const d = i === j ? 0 : network.distance(from.location, to.location)
      const t = shared || i === j ? d : network.duration(from.location, to.location)
      const blocked = d >= NO_ROAD || t >= NO_ROAD
      metres[i * size + j] = blocked ? NO_ROAD : d
      if (!shared) seconds[i * size + j] = blocked ? NO_ROAD : t + gateSeconds(problem, from.community, to.community)
      if (!blocked) longest = Math.max(longest, d, t)
    }
  }
  return { metres, seconds, longest }
}

/** Costs (multiplied by `scale`) and times between places, one table per class of vehicles with equal speed and prices. */
export function priceTravel(
  problem: RoutingProblem,
  network: Network,
  fleet: readonly Vehicle[],
  places: readonly Place[],
) {
  const { metres, seconds, longest } = tabulate(problem, network, places)
  const scale = costScale(fleet, longest + Math.max(...places.map(({ service }) => service)))
  const price = (v: Vehicle) => [v.cost?.perMetre ?? 1, v.cost?.perSecond ?? 0, v.speed ?? 1] as const
  const classes = numbered(fleet, (v) => price(v).join(' '))
  const time = classes.first.map((v) => {
    const speed = v.speed ?? 1
    return speed === 1
      ? seconds
      : seconds.map((t) => (t >= NO_ROAD ? NO_ROAD : Math.min(NO_ROAD, Math.round(t / speed))))
  })
  const cost = classes.first.map((v, k) => {
    const [perMetre, perSecond] = price(v)
    if (perMetre === 1 && perSecond === 0 && scale === 1) return metres
    const size = places.length
    // Service is paid with the ways: half of it on the way in, half on the way out.
    const stay = (i: number) => (places[Math.floor(i / size)]!.service + places[i % size]!.service) / 2
    return metres.map((d, i) =>
      d >= NO_ROAD ? NO_ROAD : Math.round(scale * (d * perMetre + (time[k]![i]! + stay(i)) * perSecond)),
    )
  })
  return { scale, classOf: classes.of, cost, time }
}
