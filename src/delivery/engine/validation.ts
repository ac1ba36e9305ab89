import type { Amounts, Matrix, RoutingProblem, Stop, Travel, Vehicle, Window } from './problem'

/** A problem that cannot be understood. `field` is the path of the first wrong value, e.g. `stops[3].windows[0]`. */
export class InvalidProblem extends Error {
  readonly field: string

  constructor(field: string, message: string) {
    super(`${field}: ${message}`)
    this.name = 'InvalidProblem'
    this.field = field
  }
}

/** Larger numbers would overflow 32-bit sums, or be taken for "no road". `Infinity` as an entry is refused; see `noRoad`. */
const LARGEST = 2 ** 29 - 1

const fail = (field: string, message: string): never => {
  throw new InvalidProblem(field, message)
}

function whole(field: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return fail(field, `must be a whole number, not ${String(value)}`)
  if (value < 0 || value > LARGEST) return fail(field, `must be between 0 and ${LARGEST}, not ${value}`)
  return value
}

function amount(field: string, value: unknown): void {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    fail(field, `must be a number of at least 0, not ${String(value)}`)
}

function optional(field: string, value: unknown, check: (field: string, value: unknown) => unknown): void {
  if (value !== undefined) check(field, value)
}

function list(field: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : fail(field, 'must be a list')
}

function amounts(field: string, value: Amounts | undefined): void {
  for (const [name, units] of Object.entries(value ?? {})) whole(`${field}.${name}`, units)
}

function window(field: string, value: Window): void {
  const [from, to] = list(field, value)
  whole(`${field}[0]`, from)
  whole(`${field}[1]`, to)
  if (value[1] < value[0]) fail(field, `ends at ${value[1]} before it starts at ${value[0]}`)
}

/** Ids are text and stand once. */
function ids(field: string, items: readonly { readonly id: string }[]): Set<string> {
  const seen = new Set<string>()
  items.forEach((item, i) => {
    if (typeof item?.id !== 'string' || item.id === '') fail(`${field}[${i}].id`, 'must be a text')
    if (seen.has(item.id)) fail(`${field}[${i}].id`, `"${item.id}" stands twice`)
    seen.add(item.id)
  })
  return seen
}

function known(field: string, names: readonly string[] | undefined, all: ReadonlySet<string>): void {
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
  if (vehicle.shift) window(`${field}.shift`, vehicle.shift)
  if (vehicle.speed !== undefined && !(vehicle.speed > 0 && Number.isFinite(vehicle.speed)))
    fail(`${field}.speed`, 'must be above 0')
  for (const [name, value] of Object.entries(vehicle.cost ?? {})) amount(`${field}.cost.${name}`, value)
  optional(`${field}.trips`, vehicle.trips, whole)
  optional(`${field}.reload`, vehicle.reload, whole)
  if (vehicle.rest) {
    window(`${field}.rest.window`, vehicle.rest.window)
    whole(`${field}.rest.seconds`, vehicle.rest.seconds)
  }
  vehicle.frozen?.forEach((trip, i) => {
    known(`${field}.frozen[${i}].stops`, trip.stops, stops)
    optional(`${field}.frozen[${i}].departed`, trip.departed, whole)
  })
}

function checkStop(field: string, stop: Stop, vehicles: ReadonlySet<string>, depots: ReadonlySet<string>): void {
  amounts(`${field}.demand`, stop.demand)
  stop.windows?.forEach((entry, i) => window(`${field}.windows[${i}]`, entry))
  if (stop.windows?.length === 0) fail(`${field}.windows`, 'is empty; leave it out when any time will do')
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
  for (const [community, seconds] of Object.entries(problem.gates ?? {})) whole(`gates.${community}`, seconds)
  optional('balance', problem.balance, amount)
}
