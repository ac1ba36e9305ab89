import { engineClock } from '../domain/problem'
import type { RoutingProblem, Stop } from '../engine/problem'
import type { runs } from '../schema/runs'
import type { WaveAsItStands } from './read-wave'

type Run = typeof runs.$inferSelect

/**
 * The problem, lenient to what stands: a stop that a dispatcher has put where it will be late is not thrown out for it, a
 * vehicle keeps the trips it has, and runs of a vehicle that is gone stay out of it.
 */
export function lenientTo(
  problem: RoutingProblem,
  { plan, rows, wave }: WaveAsItStands,
  standing: readonly Run[],
): RoutingProblem {
  const { toSeconds } = engineClock(plan)
  const runOf = new Map(standing.map((run) => [run.id, run]))
  const vehicles = problem.vehicles.map((vehicle) => {
    const own = standing.filter((run) => run.vehicle.id === vehicle.id)
    const [from, to] = vehicle.shift ?? [toSeconds(wave.from), toSeconds(wave.to)]
    const departs = Math.min(from, ...own.map(({ departAt }) => toSeconds(departAt)))
    const returns = Math.max(to, ...own.map(({ returnAt }) => toSeconds(returnAt)))
    return { ...vehicle, shift: [departs, returns] as const, trips: Math.max(vehicle.trips ?? 1, own.length) }
  })
  const stopOf = (stop: Stop): Stop[] => {
    const row = rows.find(({ id }) => id === stop.id)
    const run = runOf.get(row?.runId ?? '')
    if (!row || !run) return [stop]
    if (!vehicles.some(({ id }) => id === run.vehicle.id)) return []
    const { holdOnBoard: _, holdFromReady: __, skills: ___, ready: ____, windows, ...rest } = stop
    const eta = toSeconds(row.eta ?? run.departAt)
    const widened = (windows ?? []).map(([from, to]): [number, number] => [from, Math.max(to, eta)])
    return [{ ...rest, windows: widened, vehicles: [run.vehicle.id] }]
  }
  return { ...problem, vehicles, stops: problem.stops.flatMap(stopOf) }
}
