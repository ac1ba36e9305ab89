import { amount, amounts, fail, LARGEST, list, object, optional, texts, whole, window } from './fields'
import type { Matrix, RoutingProblem, Stop, Travel, Vehicle } from './problem'

/** Ids are text and stand once. */
function ids(field: string, items: readonly { readonly id: string }[]): Set<string> {
  const seen = new Set<string>()
  Array.from(items).forEach((item, i) => {
    if (typeof item?.id !== 'string' || item.id === '') fail(`${field}[${i}].id`, 'must be a text')
    if (seen.has(item.id)) fail(`${field}[${i}].id`, `"${item.id}" stands twice`)
    seen.add(item.id)
  })
  return seen
}

function known(field: string, names: unknown, all: ReadonlySet<string>): void {
  if (names === undefined) return
  list(field, names).forEach((name, i) => {
    if (!all.has(String(name))) fail(`${field}[${i}]`, `"${String(name)}" is not known`)
  })
}

function matrix(field: string, value: Matrix): number {
  if (ArrayBuffer.isView(value)) {
    const size = Math.round(Math.sqrt(value.length))
    if (size * size !== value.length) fail(field, `has ${value.length} entries, which is no square`)
    for (let i = 0; i < value.length; i++) {
      const entry = value[i]!
      if (!(entry >= 0 && entry <= LARGEST && Number.isInteger(entry)))
        whole(`${field}[${Math.floor(i / size)}][${i % size}]`, entry)
    }
    return size
  }
  list(field, value).forEach((row, i) => {
    const entries = list(`${field}[${i}]`, row)
    if (entries.length !== value.length)
      fail(`${field}[${i}]`, `has ${entries.length} entries instead of ${value.length}`)
    for (let j = 0; j < entries.length; j++) whole(`${field}[${i}][${j}]`, entries[j])
  })
  return value.length
}

/** The number of locations the travel data covers. */
function travelSize(travel: Travel): number {
  if (typeof travel !== 'object' || travel === null) return fail('travel', 'must hold matrices or points')
  if ('points' in travel) {
    list('travel.points', travel.points).forEach((point, i) => {
      for (const k of [0, 1]) {
        const value = list(`travel.points[${i}]`, point)[k]
        if (typeof value !== 'number' || !Number.isFinite(value))
          fail(`travel.points[${i}][${k}]`, `must be a number, not ${String(value)}`)
      }
    })
    optional('travel.scale', travel.scale, amount)
    if (travel.speed !== undefined && !(travel.speed > 0)) fail('travel.speed', 'must be above 0')
    return travel.points.length
  }
  const size = matrix('travel.distance', travel.distance)
  if (travel.duration !== undefined) {
    const other = matrix('travel.duration', travel.duration)
    if (other !== size) fail('travel.duration', `covers ${other} locations and the distances ${size}`)
  }
  return size
}

function location(field: string, value: number, size: number): void {
  if (whole(field, value) >= size) fail(field, `${value} lies outside the ${size} locations of the travel data`)
}

function checkVehicle(field: string, vehicle: Vehicle, depots: ReadonlySet<string>, stops: ReadonlySet<string>): void {
  if (!depots.has(vehicle.depot)) fail(`${field}.depot`, `"${vehicle.depot}" is not known`)
  amounts(`${field}.capacity`, vehicle.capacity)
  optional(`${field}.shift`, vehicle.shift, window)
  optional(`${field}.skills`, vehicle.skills, texts)
  if (vehicle.speed !== undefined && !(vehicle.speed > 0 && Number.isFinite(vehicle.speed)))
    fail(`${field}.speed`, 'must be above 0')
  optional(`${field}.cost`, vehicle.cost, prices)
  optional(`${field}.trips`, vehicle.trips, whole)
  optional(`${field}.reload`, vehicle.reload, whole)
  if (vehicle.rest !== undefined) {
    const { window: within, seconds } = object(`${field}.rest`, vehicle.rest)
    window(`${field}.rest.window`, within)
    whole(`${field}.rest.seconds`, seconds)
  }
  if (vehicle.frozen === undefined) return
  list(`${field}.frozen`, vehicle.frozen).forEach((entry, i) => {
    const trip = object(`${field}.frozen[${i}]`, entry)
    known(`${field}.frozen[${i}].stops`, list(`${field}.frozen[${i}].stops`, trip['stops']), stops)
    optional(`${field}.frozen[${i}].departed`, trip['departed'], whole)
  })
}

function prices(field: string, value: unknown): void {
  for (const [name, price] of Object.entries(object(field, value))) amount(`${field}.${name}`, price)
}

function windows(field: string, value: unknown): void {
  const entries = list(field, value)
  entries.forEach((entry, i) => window(`${field}[${i}]`, entry))
  if (entries.length === 0) fail(field, 'is empty; leave it out when any time will do')
}

function checkStop(field: string, stop: Stop, vehicles: ReadonlySet<string>, depots: ReadonlySet<string>): void {
  optional(`${field}.demand`, stop.demand, amounts)
  optional(`${field}.windows`, stop.windows, windows)
  optional(`${field}.skills`, stop.skills, texts)
  for (const name of ['service', 'ready', 'holdFromReady', 'holdOnBoard'] as const)
    optional(`${field}.${name}`, stop[name], whole)
  if (stop.holdFromReady !== undefined && stop.ready === undefined)
    fail(`${field}.holdFromReady`, 'needs a time in "ready"')
  known(`${field}.vehicles`, stop.vehicles, vehicles)
  known(`${field}.depots`, stop.depots, depots)
  optional(`${field}.penalty`, stop.penalty, amount)
  optional(`${field}.priority`, stop.priority, amount)
}

/** Throws `InvalidProblem` naming the first field that is wrong; returns when the engine can work with the problem. */
export function checkProblem(problem: RoutingProblem): void {
  if (typeof problem !== 'object' || problem === null) fail('problem', 'must be an object')
  for (const field of ['depots', 'vehicles', 'stops'] as const) list(field, problem[field])
  if (problem.depots.length === 0) fail('depots', 'there is none')
  if (problem.vehicles.length === 0) fail('vehicles', 'there is none')
  const size = travelSize(problem.travel)
  const depots = ids('depots', problem.depots)
  const vehicles = ids('vehicles', problem.vehicles)
  const stops = ids('stops', problem.stops)
  problem.depots.forEach((depot, i) => location(`depots[${i}].location`, depot.location, size))
  problem.stops.forEach((stop, i) => {
    location(`stops[${i}].location`, stop.location, size)
    checkStop(`stops[${i}]`, stop, vehicles, depots)
  })
  const frozen = new Set<string>()
  problem.vehicles.forEach((vehicle, i) => {
    checkVehicle(`vehicles[${i}]`, vehicle, depots, stops)
    for (const id of (vehicle.frozen ?? []).flatMap((trip) => trip.stops)) {
      if (frozen.has(id)) fail(`vehicles[${i}].frozen`, `"${id}" is frozen twice`)
      frozen.add(id)
    }
  })
  optional('gates', problem.gates, amounts)
  optional('balance', problem.balance, amount)
}
