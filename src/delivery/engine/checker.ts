import { openNetwork } from './network'
import type { Plan, Trip, VehiclePlan } from './plan'
import type { RoutingProblem, Stop, Vehicle } from './problem'

/**
 * Reads a plan against the problem with nothing borrowed from the search: what a sceptical dispatcher would check by hand.
 * Returns one sentence per violation; an empty list means that the plan keeps every constraint and its cost is right.
 */
export function checkPlan(problem: RoutingProblem, plan: Plan): string[] {
  const wrong: string[] = []
  const network = openNetwork(problem.travel)
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]))
  const seen = new Map<string, number>()
  for (const id of [
    ...plan.vehicles.flatMap((v) => v.trips.flatMap((t) => t.visits.map((x) => x.stop))),
    ...plan.unserved.map((u) => u.stop),
  ]) {
    seen.set(id, (seen.get(id) ?? 0) + 1)
  }
  for (const id of stops.keys())
    if (seen.get(id) !== 1) wrong.push(`stop ${id} stands ${seen.get(id) ?? 0} times in the plan`)
  let cost = plan.unserved.reduce((sum, { stop }) => sum + (stops.get(stop)?.penalty ?? 0), 0)
  const used = new Set<string>()
  for (const day of plan.vehicles) {
    const vehicle = problem.vehicles.find(({ id }) => id === day.vehicle)
    if (!vehicle || used.has(day.vehicle)) wrong.push(`vehicle ${day.vehicle} is unknown or stands twice`)
    else cost += checkDay(problem, network, stops, vehicle, day, wrong)
    used.add(day.vehicle)
  }
  for (const { id, frozen } of problem.vehicles)
    if (frozen?.some((t) => t.stops.length > 0) && !used.has(id)) wrong.push(`vehicle ${id} lost its frozen trips`)
  if (Math.abs(cost - plan.cost) > 1e-6 * Math.max(1, cost)) wrong.push(`the cost is ${cost}, not ${plan.cost}`)
  return wrong
}

type Net = ReturnType<typeof openNetwork>

/** Checks one vehicle and returns its share of the cost. */
function checkDay(
  problem: RoutingProblem,
  network: Net,
  stops: ReadonlyMap<string, Stop>,
  vehicle: Vehicle,
  day: VehiclePlan,
  wrong: string[],
): number {
  const say = (what: string) => wrong.push(`vehicle ${vehicle.id}: ${what}`)
  const depot = problem.depots.find(({ id }) => id === vehicle.depot)!
  const begun = vehicle.frozen ?? []
  const [from, to] = vehicle.shift ?? [0, Infinity]
  const busy: [from: number, to: number][] = []
  let free = from
  let metres = 0
  let work = 0
  if (day.trips.length > (vehicle.trips ?? 1) + begun.length) say(`${day.trips.length} trips`)
  day.trips.forEach((trip, i) => {
    const frozen = begun[i]
    const fixed = new Set(frozen?.stops)
    const ids = trip.visits.map(({ stop }) => stop)
    if (frozen?.stops.some((id, k) => ids[k] !== id)) say(`trip ${i} is out of its frozen order`)
    if (frozen && (frozen.closed || frozen.departed !== undefined) && ids.length !== frozen.stops.length)
      say(`trip ${i} was closed`)
    if (trip.departs < free && frozen?.departed === undefined)
      say(`trip ${i} leaves at ${trip.departs}, not free before ${free}`)
    checkLoad(vehicle, trip, stops, fixed, say)
    let at: { location: number; community?: string | undefined } = depot
    let clock = trip.departs
    for (const visit of [...trip.visits, null]) {
      const stop = visit ? stops.get(visit.stop)! : undefined
      const next = stop ?? depot
      const gate =
        stop?.community !== undefined && stop.community !== at.community ? (problem.gates?.[stop.community] ?? 0) : 0
      const drive = Math.round((network.duration(at.location, next.location) + gate) / (vehicle.speed ?? 1))
      const arrives = visit?.arrives ?? trip.returns
      if (arrives < clock + drive)
        say(`${visit?.stop ?? 'the depot'} is reached at ${arrives}, possible from ${clock + drive}`)
      metres += network.distance(at.location, next.location)
      work += drive + (stop?.service ?? 0)
      busy.push([arrives - drive, arrives])
      if (visit && stop) {
        checkVisit(vehicle, stop, visit, trip.departs, fixed.has(stop.id), say)
        busy.push([visit.starts, visit.leaves])
        clock = visit.leaves
      }
      at = next
    }
    free = trip.returns + (vehicle.reload ?? 0)
    if (trip.returns > to && !fixed.has(ids.at(-1) ?? '')) say(`is back at ${trip.returns}, after the shift`)
  })
  checkRest(vehicle, day, busy, say)
  const { perMetre = 1, perSecond = 0, perUse = 0 } = vehicle.cost ?? {}
  return day.trips.length === 0
    ? 0
    : metres * perMetre + work * perSecond + perUse + (problem.balance ?? 0) * (work / 3600) ** 2
}

function checkLoad(
  vehicle: Vehicle,
  trip: Trip,
  stops: ReadonlyMap<string, Stop>,
  fixed: ReadonlySet<string>,
  say: (what: string) => void,
): void {
  const load = new Map<string, number>()
  for (const { stop } of trip.visits) {
    for (const [name, units] of Object.entries(stops.get(stop)?.demand ?? {}))
      load.set(name, (load.get(name) ?? 0) + units)
  }
  const added = trip.visits.some(({ stop }) => !fixed.has(stop))
  for (const [name, units] of load) if (added && units > (vehicle.capacity[name] ?? 0)) say(`carries ${units} ${name}`)
}

function checkVisit(
  vehicle: Vehicle,
  stop: Stop,
  visit: Trip['visits'][number],
  departs: number,
  fixed: boolean,
  say: (what: string) => void,
): void {
  if (visit.starts < visit.arrives || visit.leaves < visit.starts + (stop.service ?? 0))
    say(`${stop.id} is served too fast`)
  if (fixed) return
  if (stop.windows && !stop.windows.some(([from, to]) => visit.starts >= from && visit.starts <= to))
    say(`${stop.id} starts at ${visit.starts}, outside its windows`)
  if (departs < (stop.ready ?? 0)) say(`left at ${departs} before ${stop.id} was ready`)
  if (stop.holdFromReady !== undefined && visit.starts > stop.ready! + stop.holdFromReady)
    say(`${stop.id} waited too long since ready`)
  if (stop.holdOnBoard !== undefined && visit.starts - departs > stop.holdOnBoard)
    say(`${stop.id} was on board too long`)
  if ((stop.vehicles && !stop.vehicles.includes(vehicle.id)) || (stop.depots && !stop.depots.includes(vehicle.depot)))
    say(`may not serve ${stop.id}`)
  for (const skill of stop.skills ?? []) if (!vehicle.skills?.includes(skill)) say(`lacks ${skill} for ${stop.id}`)
}

function checkRest(
  vehicle: Vehicle,
  { trips, rest }: VehiclePlan,
  busy: readonly (readonly [number, number])[],
  say: (what: string) => void,
): void {
  const due = vehicle.rest
  if (!due || vehicle.frozen?.length) return
  const [first, last] = due.window
  if (!rest) {
    if ((vehicle.shift?.[0] ?? 0) <= last && (trips.at(-1)?.returns ?? 0) > last) say('has no rest')
    return
  }
  if (rest.from < first || rest.from > last || rest.to - rest.from < due.seconds)
    say(`rests from ${rest.from} to ${rest.to}`)
  for (const [from, to] of busy)
    if (from < rest.to && rest.from < to) say(`works from ${from} to ${to} during its rest`)
}
