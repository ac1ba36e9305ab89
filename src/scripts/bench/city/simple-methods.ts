import type { RoutingProblem } from '../../../delivery/engine/problem'

/** Metres a simple method drives, the tours it needs, and the stops it leaves. */
export interface Simple {
  readonly metres: number
  readonly tours: number
  readonly unserved: number
}

/** A problem of one kitchen as the simple methods see it; index 0 is the kitchen. */
interface Ground {
  readonly size: number
  readonly boxes: readonly number[]
  readonly service: readonly number[]
  readonly capacity: number
  readonly vehicles: number
  readonly leaves: number
  readonly opens: number
  readonly closes: number
  /** Longest time from departure to hand-over. */
  readonly hold: number
  readonly metres: (from: number, to: number) => number
  readonly seconds: (from: number, to: number) => number
}

function groundOf({ stops, vehicles, travel, gates = {} }: RoutingProblem): Ground {
  if (!('distance' in travel)) throw new Error('the simple methods want matrices')
  const { distance, duration = distance } = travel
  const places = [0, ...stops.map(({ location }) => location)]
  const width = Math.round(Math.sqrt(distance.length))
  const cell = (table: typeof distance, from: number, to: number) =>
    Number(table[(places[from] ?? 0) * width + (places[to] ?? 0)])
  const communities = [undefined, ...stops.map(({ community }) => community)]
  const gate = (from: number, to: number) =>
    communities[to] !== undefined && communities[to] !== communities[from] ? (gates[communities[to]] ?? 0) : 0
  const [opens, closes] = stops[0]?.windows?.[0] ?? [0, 0]
  return {
    size: places.length,
    boxes: [0, ...stops.map(({ demand }) => demand?.['boxes'] ?? 0)],
    service: [0, ...stops.map(({ service }) => service ?? 0)],
    capacity: vehicles[0]?.capacity['boxes'] ?? 0,
    vehicles: vehicles.length,
    leaves: vehicles[0]?.shift?.[0] ?? 0,
    opens,
    closes,
    hold: stops[0]?.holdOnBoard ?? Number.POSITIVE_INFINITY,
    metres: (from, to) => cell(distance, from, to),
    seconds: (from, to) => cell(duration, from, to) + gate(from, to),
  }
}

/**
 * The shortest hop of any vehicle to any stop that is left, again and again: dispatching as it is done by hand, where the
 * nearest courier takes the next order. A fresh vehicle waits at the kitchen as long as there is one.
 */
export function nearestVehicle(problem: RoutingProblem): Simple {
  const ground = groundOf(problem)
  const waiting = new Set(Array.from({ length: ground.size - 1 }, (_, i) => i + 1))
  const fresh = () => ({ at: 0, clock: ground.leaves, left: Number.NaN, room: ground.capacity })
  const out = [fresh()]
  let metres = 0
  for (;;) {
    let best: { vehicle: ReturnType<typeof fresh>; stop: number; metres: number } | undefined
    for (const vehicle of out) {
      for (const stop of waiting) {
        const hop = ground.metres(vehicle.at, stop)
        if (best && hop >= best.metres) continue
        if ((ground.boxes[stop] ?? 0) > vehicle.room) continue
        const starts = startAt(ground, vehicle, stop)
        const left = vehicle.at === 0 ? departure(ground, stop) : vehicle.left
        if (starts <= ground.closes && starts - left <= ground.hold) best = { vehicle, stop, metres: hop }
      }
    }
    if (!best) break
    const { vehicle, stop } = best
    if (vehicle.at === 0 && out.length < ground.vehicles) out.push(fresh())
    if (vehicle.at === 0) vehicle.left = departure(ground, stop)
    vehicle.clock = startAt(ground, vehicle, stop) + (ground.service[stop] ?? 0)
    vehicle.room -= ground.boxes[stop] ?? 0
    vehicle.at = stop
    metres += best.metres
    waiting.delete(stop)
  }
  for (const { at } of out) metres += ground.metres(at, 0)
  return { metres, tours: out.filter(({ at }) => at !== 0).length, unserved: waiting.size }
}

/** Nobody leaves earlier than the first door opens, and nothing leaves before it is ready. */
const departure = (ground: Ground, first: number): number =>
  Math.max(ground.leaves, ground.opens - ground.seconds(0, first))

const startAt = (ground: Ground, { at, clock }: { at: number; clock: number }, stop: number): number =>
  Math.max(ground.opens, clock + ground.seconds(at, stop))

/** Clarke and Wright (1964), parallel version: a tour per stop, joined end to start by what that saves while it stays in time. */
export function savings(problem: RoutingProblem): Simple {
  const ground = groundOf(problem)
  const tours = new Map<number, readonly number[]>()
  const tourOf = Array.from({ length: ground.size }, (_, stop) => stop)
  for (let stop = 1; stop < ground.size; stop += 1) tours.set(stop, [stop])

  for (const { from, to } of joints(ground)) {
    const [a, b] = [tourOf[from] ?? 0, tourOf[to] ?? 0]
    const [first, second] = [tours.get(a), tours.get(b)]
    if (a === b || !first || !second || first.at(-1) !== from || second[0] !== to) continue
    const joined = [...first, ...second]
    if (!isDrivable(ground, joined)) continue
    tours.set(a, joined)
    tours.delete(b)
    for (const stop of second) tourOf[stop] = a
  }
  // where vehicles do not suffice, the smallest tours stay at home
  const kept = [...tours.values()].sort((a, b) => b.length - a.length).slice(0, ground.vehicles)
  const metres = kept.reduce((sum, tour) => sum + lengthOf(ground, tour), 0)
  return { metres, tours: kept.length, unserved: ground.size - 1 - kept.flat().length }
}

/** Pairs that save something, the most first. */
function joints(ground: Ground): { from: number; to: number; saved: number }[] {
  const pairs: { from: number; to: number; saved: number }[] = []
  for (let from = 1; from < ground.size; from += 1) {
    for (let to = 1; to < ground.size; to += 1) {
      const saved = ground.metres(from, 0) + ground.metres(0, to) - ground.metres(from, to)
      if (from !== to && saved > 0) pairs.push({ from, to, saved })
    }
  }
  return pairs.sort((a, b) => b.saved - a.saved || a.from - b.from || a.to - b.to)
}

function isDrivable(ground: Ground, tour: readonly number[]): boolean {
  if (tour.reduce((sum, stop) => sum + (ground.boxes[stop] ?? 0), 0) > ground.capacity) return false
  const left = departure(ground, tour[0] ?? 0)
  let [at, clock] = [0, left]
  for (const stop of tour) {
    const starts = startAt(ground, { at, clock }, stop)
    if (starts > ground.closes || starts - left > ground.hold) return false
    clock = starts + (ground.service[stop] ?? 0)
    at = stop
  }
  return true
}

const lengthOf = (ground: Ground, tour: readonly number[]): number =>
  [...tour, 0].reduce((sum, stop, i) => sum + ground.metres(i === 0 ? 0 : (tour[i - 1] ?? 0), stop), 0)
