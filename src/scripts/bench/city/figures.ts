import { round } from '../load'
import type { KitchenRouted } from './route-kitchen'

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** What some kitchens drive together; kilometres, hours of couriers, and the two ratios of density. */
export function figuresOf(routed: readonly KitchenRouted[]) {
  const metres = sum(routed.map((each) => each.metres))
  const stops = sum(routed.map((each) => each.stops - each.unserved))
  return {
    km: round(metres / 1_000),
    stops,
    tours: sum(routed.map(({ tours }) => tours)),
    courierHours: round(sum(routed.map(({ workSeconds }) => workSeconds)) / 3_600),
    boxesPerStop: round(sum(routed.map(({ boxes }) => boxes)) / Math.max(1, sum(routed.map((each) => each.stops)))),
    stopsPerKm: round((stops * 1_000) / Math.max(1, metres)),
    unserved: sum(routed.map(({ unserved }) => unserved)),
  }
}

/** Kilometres of a simple method over all kitchens. */
export const kmBy = (routed: readonly KitchenRouted[], method: 'nearestVehicle' | 'savings'): number =>
  round(sum(routed.map((each) => each[method]?.metres ?? 0)) / 1_000)

/** The most that this process and each worker have held, added up as if it had been at once, in MB. */
export function peakOf(routed: readonly KitchenRouted[]): number {
  const workers = new Map<number, number>()
  for (const { pid, peakMb } of routed) workers.set(pid, Math.max(workers.get(pid) ?? 0, peakMb))
  return Math.round(process.resourceUsage().maxRSS / 1_024) + sum([...workers.values()])
}

/** One line of the bench's table. */
export const rowOf = (each: KitchenRouted) => ({
  kitchen: each.kitchenId,
  stops: each.stops,
  boxes: each.boxes,
  tours: each.tours,
  km: round(each.metres / 1_000),
  'nearest vehicle km': round((each.nearestVehicle?.metres ?? 0) / 1_000),
  'savings km': round((each.savings?.metres ?? 0) / 1_000),
  left: each.unserved,
  'CPU ms': each.cpuMs,
})
