import { createFleetSearch } from './fleet/search'
import { compile } from './compile'
import { openNetwork } from './network'
import type { Plan } from './plan'
import type { RoutingProblem, Vehicle } from './problem'
import { createRandom } from './random'
import { explain } from './reasons'
import { buildPlan } from './schedule'
import { checkProblem } from './validation'

/** Looks at every place: nothing is overlooked by chance, so the same late order always goes to the same place. */
const attentive = () => false

/**
 * Adds the problem's new stops to a plan where they cost least. What is planned keeps its vehicle, trip and order; trips that
 * have left by `now` take nothing more. Stops that fit nowhere come back unserved with a reason.
 */
export function insertLate(
  problem: RoutingProblem,
  plan: Plan,
  now = 0,
): { readonly plan: Plan; readonly problem: RoutingProblem } {
  const begun: RoutingProblem = {
    ...problem,
    vehicles: problem.vehicles.map((vehicle) => freezeDeparted(vehicle, plan, now)),
  }
  checkProblem(begun)
  const network = openNetwork(begun.travel)
  const position = new Map(begun.stops.map(({ id }, i) => [id, i]))
  const model = compile(
    begun,
    network,
    begun.stops.map((_, i) => i),
    begun.vehicles.map((_, i) => i),
  )
  const start = begun.vehicles.map(({ id }) =>
    (plan.vehicles.find(({ vehicle }) => vehicle === id)?.trips ?? []).map(({ visits }) =>
      visits.map(({ stop }) => position.get(stop)! + model.depots),
    ),
  )
  const search = createFleetSearch(model, createRandom(1), { average: 1, longest: 1, wholeTrips: 0 }, start, attentive)
  const assignment = search.vehicles().map((trips) => trips.map((trip) => trip.map((node) => model.origin[node]!)))
  const left = search.missing().map((node) => model.origin[node]!)
  return { plan: buildPlan(begun, network, assignment, explain(begun, network, assignment, left)), problem: begun }
}

/** The vehicle with every trip that has left by now frozen as it left. */
function freezeDeparted(vehicle: Vehicle, plan: Plan, now: number): Vehicle {
  const trips = plan.vehicles.find(({ vehicle: id }) => id === vehicle.id)?.trips ?? []
  const frozen = trips.map(({ departs, visits }, i) => {
    const known = vehicle.frozen?.[i]
    if (departs <= now) return { stops: visits.map(({ stop }) => stop), departed: departs }
    return known ?? null
  })
  const kept = frozen.filter((trip) => trip !== null)
  return kept.length === 0 ? vehicle : { ...vehicle, frozen: kept }
}
