import { effectiveWindows, mayServe } from './eligibility'
import { numbered, priceTravel } from './matrices'
import { HORIZON, type Model } from './model'
import { NO_ROAD, type Network } from './network'
import type { RoutingProblem, Stop, Vehicle, Window } from './problem'

/** Every name that an amount goes by, in a stable order. */
const measureNames = (stops: readonly Stop[]): string[] => {
  const names = new Set<string>()
  for (const { demand } of stops) for (const name of Object.keys(demand ?? {})) names.add(name)
  return [...names].toSorted()
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
    ...depotOrigin.map((i) => ({
      location: problem.depots[i]!.location,
      community: undefined as string | undefined,
      service: 0,
    })),
    ...chosen.map(({ location, community, service = 0 }) => ({ location, community, service })),
  ]
  const perStop = (value: (stop: Stop) => number, depot: number) =>
    Int32Array.from({ length: size }, (_, i) => (i < depots ? depot : value(chosen[i - depots]!)))
  const perVehicle = (value: (vehicle: Vehicle) => number) => Int32Array.from(fleet, value)

  const { scale, classOf, cost, time } = priceTravel(problem, network, fleet, places)
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
  return {
    depots,
    size,
    vehicles: fleet.length,
    measures: measures.length,
    scale,
    origin: Int32Array.from([...depotOrigin, ...stops]),
    vehicleOrigin: Int32Array.from(vehicleList),
    classOf,
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
    allowed: permissions(chosen, fleet, depots, windows),
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

/** One byte per node and vehicle: whether it may serve the stop. Nobody may when no window is left. */
function permissions(
  chosen: readonly Stop[],
  fleet: readonly Vehicle[],
  depots: number,
  windows: readonly (readonly Window[])[],
): Uint8Array {
  const allowed = new Uint8Array((depots + chosen.length) * fleet.length)
  for (let i = 0; i < chosen.length; i++) {
    if (windows[depots + i]!.length === 0) continue
    const row = allowed.subarray((depots + i) * fleet.length, (depots + i + 1) * fleet.length)
    const { skills, vehicles, depots: from } = chosen[i]!
    if (!skills && !vehicles && !from) row.fill(1)
    else for (let v = 0; v < fleet.length; v++) row[v] = mayServe(chosen[i]!, fleet[v]!) ? 1 : 0
  }
  return allowed
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
