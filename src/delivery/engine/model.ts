import { gateSeconds, NO_ROAD, type Network } from './network'
import type { RoutingProblem, Stop, Vehicle, Window } from './problem'

/** The end of time for stops and shifts without a window. */
export const HORIZON = NO_ROAD - 1

/**
 * A problem, or a part of one, as tables. Nodes 0..depots-1 are depots, the others stops; matrices are row-major, `size` wide,
 * one per class of vehicles with equal speed and costs. Costs are multiplied by `scale` to be whole numbers.
 */
export interface Model {
  readonly depots: number
  readonly size: number
  readonly vehicles: number
  readonly measures: number
  readonly scale: number
  /** Position of each node's stop (or depot) and of each vehicle in the problem. */
  readonly origin: Int32Array
  readonly vehicleOrigin: Int32Array
  readonly classOf: Int32Array
  /** Vehicles of one kind are interchangeable while empty. */
  readonly kind: Int32Array
  readonly cost: readonly Int32Array[]
  readonly time: readonly Int32Array[]
  readonly home: Int32Array
  readonly perUse: Float64Array
  readonly capacity: Int32Array
  readonly demand: Int32Array
  readonly allowed: Uint8Array
  readonly shiftFrom: Int32Array
  readonly shiftTo: Int32Array
  readonly reload: Int32Array
  readonly maxTrips: Int32Array
  readonly restFrom: Int32Array
  readonly restTo: Int32Array
  readonly restSeconds: Int32Array
  readonly service: Int32Array
  readonly ready: Int32Array
  /** Longest time on board, or -1. */
  readonly hold: Int32Array
  /** First opening and last closing; windows in between lie at `windowAt[node]` up to `windowAt[node + 1]`. */
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly windowAt: Int32Array
  readonly windowFrom: Int32Array
  readonly windowTo: Int32Array
  readonly severalWindows: boolean
  readonly holds: boolean
  readonly penalty: Float64Array
  /** Nodes that stay where they are. */
  readonly fixed: Uint8Array
  readonly frozen: readonly (readonly FrozenNodes[])[]
  /** Cost (scaled) per second squared of a vehicle's work. */
  readonly balance: number
}

export interface FrozenNodes {
  readonly nodes: readonly number[]
  readonly departed: number
  readonly closed: boolean
}

/** Windows with the time from ready folded in; none left means nobody can come in time. */
export function effectiveWindows(stop: Stop): Window[] {
  const until = stop.holdFromReady === undefined ? HORIZON : Math.min(HORIZON, stop.ready! + stop.holdFromReady)
  return (stop.windows ?? [[0, HORIZON] as const])
    .filter(([from]) => from <= until)
    .map(([from, to]): Window => [from, Math.min(to, until)])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** Whether the vehicle may serve the stop at all: skills, lists of vehicles and of depots. Capacity and time are checked later. */
export function mayServe(stop: Stop, vehicle: Vehicle): boolean {
  if (stop.vehicles && !stop.vehicles.includes(vehicle.id)) return false
  if (stop.depots && !stop.depots.includes(vehicle.depot)) return false
  return (stop.skills ?? []).every((skill) => vehicle.skills?.includes(skill))
}

/** Every name that an amount goes by, in a stable order. */
const measureNames = (stops: readonly Stop[]): string[] => {
  const names = new Set<string>()
  for (const { demand } of stops) for (const name of Object.keys(demand ?? {})) names.add(name)
  return [...names].toSorted()
}

/** Whole numbers stay as they are; costs with fractions are kept to three digits, as far as 32 bits allow. */
function costScale(vehicles: readonly Vehicle[], longest: number): number {
  const prices = vehicles.flatMap(({ cost }) => [cost?.perMetre ?? 1, cost?.perSecond ?? 0])
  if (prices.every(Number.isInteger)) return 1
  const dearest = Math.max(...vehicles.map(({ cost }) => (cost?.perMetre ?? 1) + (cost?.perSecond ?? 0)))
  let scale = 1000
  while (scale > 1 && longest * dearest * scale > 2 ** 28) scale /= 10
  return scale
}

const numbered = <T>(items: readonly T[], key: (item: T) => string): { of: Int32Array; first: T[] } => {
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

interface Place {
  readonly location: number
  readonly community: string | undefined
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

/** Builds the tables for some stops and vehicles of a checked problem (positions in its lists). */
export function compile(
  problem: RoutingProblem,
  network: Network,
  stops: readonly number[],
  vehicleList: readonly number[],
): Model {
  const fleet = vehicleList.map((i) => problem.vehicles[i]!)
  const chosen = stops.map((i) => problem.stops[i]!)
  const depotIds = [...new Set(fleet.map(({ depot }) => depot))]
  const depotOrigin = depotIds.map((id) => problem.depots.findIndex((depot) => depot.id === id))
  const depots = depotIds.length
  const size = depots + chosen.length
  const places = [
    ...depotOrigin.map((i) => ({ location: problem.depots[i]!.location, community: undefined as string | undefined })),
    ...chosen.map(({ location, community }) => ({ location, community })),
  ]
  const perStop = (value: (stop: Stop) => number, depot: number) =>
    Int32Array.from({ length: size }, (_, i) => (i < depots ? depot : value(chosen[i - depots]!)))
  const perVehicle = (value: (vehicle: Vehicle) => number) => Int32Array.from(fleet, value)

  const { metres, seconds, longest } = tabulate(problem, network, places)
  const scale = costScale(fleet, longest)
  const price = (v: Vehicle) => [v.cost?.perMetre ?? 1, v.cost?.perSecond ?? 0, v.speed ?? 1] as const
  const classes = numbered(fleet, (v) => price(v).join(' '))
  const time = classes.first.map((v) => {
    const speed = v.speed ?? 1
    return speed === 1 ? seconds : seconds.map((t) => (t >= NO_ROAD ? NO_ROAD : Math.round(t / speed)))
  })
  const cost = classes.first.map((v, k) => {
    const [perMetre, perSecond] = price(v)
    if (perMetre === 1 && perSecond === 0 && scale === 1) return metres
    return metres.map((d, i) =>
      d >= NO_ROAD ? NO_ROAD : Math.round(scale * (d * perMetre + time[k]![i]! * perSecond)),
    )
  })
  const measures = measureNames(chosen)
  const windows = [...depotIds.map((): Window[] => [[0, HORIZON]]), ...chosen.map(effectiveWindows)]
  const windowAt = Int32Array.from({ length: size + 1 }, () => 0)
  windows.forEach((list, i) => {
    windowAt[i + 1] = windowAt[i]! + list.length
  })
  const nodeOf = new Map(chosen.map(({ id }, i) => [id, depots + i]))
  const frozen = fleet.map((v) =>
    (v.frozen ?? []).map(({ stops: ids, departed, closed }) => ({
      nodes: ids.map((id) => nodeOf.get(id)!),
      departed: departed ?? -1,
      closed: closed === true || departed !== undefined,
    })),
  )
  const fixed = new Uint8Array(size)
  for (const node of frozen.flat().flatMap(({ nodes }) => nodes)) fixed[node] = 1
  const named = new Set(chosen.flatMap(({ vehicles }) => vehicles ?? []))
  const allowed = new Uint8Array(size * fleet.length)
  for (let i = 0; i < chosen.length; i++) {
    if (windows[depots + i]!.length === 0) continue
    const row = allowed.subarray((depots + i) * fleet.length, (depots + i + 1) * fleet.length)
    const { skills, vehicles, depots: from } = chosen[i]!
    if (!skills && !vehicles && !from) row.fill(1)
    else for (let v = 0; v < fleet.length; v++) row[v] = mayServe(chosen[i]!, fleet[v]!) ? 1 : 0
  }
  return {
    depots,
    size,
    vehicles: fleet.length,
    measures: measures.length,
    scale,
    origin: Int32Array.from([...depotOrigin, ...stops]),
    vehicleOrigin: Int32Array.from(vehicleList),
    classOf: classes.of,
    kind: numbered(fleet, ({ id, frozen: begun, ...rest }) =>
      JSON.stringify([rest, begun?.length || named.has(id) ? id : '']),
    ).of,
    cost,
    time,
    home: perVehicle(({ depot }) => depotIds.indexOf(depot)),
    perUse: Float64Array.from(fleet, (v) => scale * (v.cost?.perUse ?? 0)),
    capacity: Int32Array.from(fleet.flatMap((v) => measures.map((name) => v.capacity[name] ?? 0))),
    demand: Int32Array.from([
      ...depotIds.flatMap(() => measures.map(() => 0)),
      ...chosen.flatMap((s) => measures.map((name) => s.demand?.[name] ?? 0)),
    ]),
    allowed,
    shiftFrom: perVehicle((v) => v.shift?.[0] ?? 0),
    shiftTo: perVehicle((v) => v.shift?.[1] ?? HORIZON),
    reload: perVehicle((v) => v.reload ?? 0),
    maxTrips: perVehicle((v) => v.trips ?? 1),
    restFrom: perVehicle((v) => v.rest?.window[0] ?? 0),
    restTo: perVehicle((v) => v.rest?.window[1] ?? HORIZON),
    // A shift that begins after the window owes no rest.
    restSeconds: perVehicle((v) => (v.rest && (v.shift?.[0] ?? 0) <= v.rest.window[1] ? v.rest.seconds : 0)),
    service: perStop((s) => s.service ?? 0, 0),
    ready: perStop((s) => s.ready ?? 0, 0),
    hold: perStop((s) => s.holdOnBoard ?? -1, -1),
    opens: Int32Array.from(windows, (list) => list[0]?.[0] ?? 0),
    closes: Int32Array.from(windows, (list) => Math.max(-1, ...list.map(([, to]) => to))),
    windowAt,
    windowFrom: Int32Array.from(windows.flat(), ([from]) => from),
    windowTo: Int32Array.from(windows.flat(), ([, to]) => to),
    severalWindows: windows.some((list) => list.length > 1),
    holds: chosen.some(({ holdOnBoard }) => holdOnBoard !== undefined),
    penalty: penalties(chosen, depots, size, cost[0]!, scale, scale * dearestVisit(fleet, chosen)),
    fixed,
    frozen,
    balance: (scale * (problem.balance ?? 0)) / 3600 ** 2,
  }
}

/** What one visit may cost besides the way: a vehicle of its own and the time at the door. */
const dearestVisit = (fleet: readonly Vehicle[], stops: readonly Stop[]): number => {
  const longest = Math.max(0, ...stops.map(({ service }) => service ?? 0))
  return Math.max(0, ...fleet.map(({ cost }) => (cost?.perUse ?? 0) + (cost?.perSecond ?? 0) * longest))
}

/** Leaving out a stop that must be served costs more than any plan does: everybody's own return trip, together. */
function penalties(
  stops: readonly Stop[],
  depots: number,
  size: number,
  cost: Int32Array,
  scale: number,
  visit: number,
): Float64Array {
  let everything = 1000 + visit
  for (let i = depots; i < size; i++)
    everything += Math.min(NO_ROAD / 64, cost[i]!) + Math.min(NO_ROAD / 64, cost[i * size]!)
  const penalty = new Float64Array(size)
  stops.forEach((stop, i) => {
    penalty[depots + i] = stop.penalty === undefined ? everything * (1 + (stop.priority ?? 0)) : stop.penalty * scale
  })
  return penalty
}
