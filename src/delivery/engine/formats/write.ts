import type { Plan } from '../plan'
import type { RoutingProblem } from '../problem'

/** The plan as a VRPLIB solution: one route per trip, stops by their number in the problem (1 is the first), then the cost. */
export function writeSolution(problem: RoutingProblem, plan: Plan, unit = 1): string {
  const number = new Map(problem.stops.map(({ id }, i) => [id, i + 1]))
  const routes = plan.vehicles.flatMap(({ trips }) =>
    trips.map(({ visits }) => visits.map(({ stop }) => number.get(stop)).join(' ')),
  )
  return [...routes.map((stops, i) => `Route #${i + 1}: ${stops}`), `Cost ${plan.cost / unit}`, ''].join('\n')
}

const SIZE = 800
const MARGIN = 20

/** A picture of the plan (SVG), one colour per vehicle; null when the problem gives no points. */
export function drawPlan(problem: RoutingProblem, plan: Plan): string | null {
  if (!('points' in problem.travel)) return null
  const { points } = problem.travel
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.max(...ys)]
  const scale = (SIZE - 2 * MARGIN) / Math.max(1e-9, Math.max(...xs) - left, top - Math.min(...ys))
  const at = (location: number) => {
    const [x, y] = points[location]!
    return `${(MARGIN + (x - left) * scale).toFixed(1)},${(MARGIN + (top - y) * scale).toFixed(1)}`
  }
  const place = new Map(problem.stops.map(({ id, location }) => [id, at(location)]))
  const dot = (spot: string, radius: number, fill: string) => {
    const [x, y] = spot.split(',')
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
  }
  const lines = plan.vehicles.flatMap(({ vehicle, trips }, i) => {
    const depotId = problem.vehicles.find(({ id }) => id === vehicle)!.depot
    const home = at(problem.depots.find(({ id }) => id === depotId)!.location)
    // The golden angle keeps neighbouring numbers far apart in hue.
    const colour = `hsl(${Math.round(i * 137.5) % 360} 65% 42%)`
    return trips.map(({ visits }) => {
      const path = [home, ...visits.map(({ stop }) => place.get(stop)!), home].join(' ')
      return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`
    })
  })
  const missing = new Set(plan.unserved.map(({ stop }) => stop))
  const stops = problem.stops.map(({ id }) => dot(place.get(id)!, 2.2, missing.has(id) ? '#d00' : '#222'))
  const depots = problem.depots.map(({ location }) => dot(at(location), 6, '#000'))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">\n${[...lines, ...stops, ...depots].join('\n')}\n</svg>\n`
}
