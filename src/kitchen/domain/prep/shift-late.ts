import type { Timing } from './dispatch'
import type { Jobs } from './jobs'

type Placed = Pick<Timing, 'start' | 'place'>

/**
 * The same plan with every step as late as a place, a cook, the step after it and the load time allow: hot food is freshest,
 * and the start is the latest start. Nothing ends later than its due time unless it did before. Places are dealt out anew
 * from the end backwards; where that would begin too early, each step keeps the place it has.
 */
export const shiftLate = (jobs: Jobs, timing: Timing): Placed => dealtAnew(jobs, timing) ?? keptInPlace(jobs, timing)

function dealtAnew(jobs: Jobs, { end, cook }: Timing): Placed | undefined {
  const { firstStep, station, minutes, jobOf, due, release, openings, cooksFrom } = jobs
  const bound = (step: number) => Math.max(due[jobOf[step]!]!, end[jobOf[step]!]!)
  const steps = Array.from(station.keys()).sort((a, b) => bound(b) - bound(a) || b - a)
  const places = openResource(openings.from, openings.until)
  const cooks = openResource(cooksFrom)
  const allCooks = Array.from(cooksFrom.keys())
  const start = new Int32Array(steps.length)
  const place = new Int32Array(steps.length)
  for (const step of steps) {
    const j = jobOf[step]!
    const latestEnd = step + 1 === firstStep[j + 1]! ? bound(step) : start[step + 1]!
    const takes = minutes[step]!
    const by = cook[step]! < 0 ? undefined : cooks.closest(allCooks, latestEnd, takes)
    const withCook = by === undefined ? latestEnd : Math.min(latestEnd, cooks.busyFrom[by] ?? -1)
    const onto = places.closest(openings.at[station[step]!]!, withCook, takes)
    const at = Math.min(withCook, places.busyFrom[onto] ?? -1) - takes
    const earliest = Math.max(release[j]!, places.openFrom[onto] ?? 0, by === undefined ? 0 : (cooks.openFrom[by] ?? 0))
    if (at < earliest) return undefined
    start[step] = at
    place[step] = onto
    places.busyFrom[onto] = at
    if (by !== undefined) cooks.busyFrom[by] = at
  }
  return { start, place }
}

function keptInPlace(jobs: Jobs, { start: given, place, cook, end }: Timing): Placed {
  const { firstStep, minutes, jobOf, due, openings } = jobs
  const steps = Array.from(given.keys()).sort((a, b) => given[b]! + minutes[b]! - (given[a]! + minutes[a]!) || b - a)
  const places = Float64Array.from(openings.until)
  const cooks = new Float64Array(jobs.cooksFrom.length).fill(Infinity)
  const start = new Int32Array(given.length)
  for (const step of steps) {
    const j = jobOf[step]!
    const latestEnd = step + 1 === firstStep[j + 1]! ? Math.max(due[j]!, end[j]!) : start[step + 1]!
    const [onto, by] = [place[step]!, cook[step]!]
    start[step] = Math.min(latestEnd, places[onto]!, by < 0 ? Infinity : cooks[by]!) - minutes[step]!
    places[onto] = start[step]!
    if (by >= 0) cooks[by] = start[step]!
  }
  return { start, place }
}

/** Places or cooks seen from the end of the day: each is free up to `busyFrom`, and not before `openFrom`. */
function openResource(openFrom: Int32Array, until?: Int32Array) {
  const busyFrom = Float64Array.from(openFrom, (_, i) => until?.[i] ?? Infinity)
  /**
   * The one of `among` whose work begins soonest after the bound, or else latest: the others stay open for what comes before.
   * One that opens too late for so many minutes is not looked at; -1 when all do.
   */
  const closest = (among: readonly number[], bound: number, takes: number): number => {
    let best = -1
    for (const i of among) {
      if (Math.min(bound, busyFrom[i]!) - takes < openFrom[i]!) continue
      const [here, before] = [busyFrom[i]!, best < 0 ? -Infinity : busyFrom[best]!]
      if (before >= bound ? here >= bound && here < before : here > before) best = i
    }
    return best
  }
  return { busyFrom, openFrom, closest }
}
