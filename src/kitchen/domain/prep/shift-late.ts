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
  const { firstStep, station, minutes, jobOf, due, release, held } = jobs
  const bound = (step: number) => Math.max(due[jobOf[step]!]!, end[jobOf[step]!]!)
  const steps = Array.from(station.keys()).sort((a, b) => bound(b) - bound(a) || b - a)
  const places = Array.from(jobs.places, (n, s) => openResource(n, untilsOf(held.filter((one) => one.station === s))))
  const cooks = openResource(jobs.cooksInAll, untilsOf(held.filter((one) => one.cooks > 0)))
  const start = new Int32Array(steps.length)
  const place = new Int32Array(steps.length)
  for (const step of steps) {
    const j = jobOf[step]!
    const latestEnd = step + 1 === firstStep[j + 1]! ? bound(step) : start[step + 1]!
    const here = places[station[step]!]!
    const onto = here.closest(latestEnd)
    const by = cook[step]! < 0 ? undefined : cooks.closest(latestEnd)
    const endsBy = Math.min(latestEnd, here.busyFrom[onto]!, by === undefined ? Infinity : cooks.busyFrom[by]!)
    const at = endsBy - minutes[step]!
    const earliest = Math.max(release[j]!, here.openFrom[onto]!, by === undefined ? 0 : cooks.openFrom[by]!)
    if (at < earliest) return undefined
    start[step] = at
    place[step] = onto
    here.busyFrom[onto] = at
    if (by !== undefined) cooks.busyFrom[by] = at
  }
  return { start, place }
}

function keptInPlace(jobs: Jobs, { start: given, place, cook, end }: Timing): Placed {
  const { firstStep, station, minutes, jobOf, due } = jobs
  const steps = Array.from(given.keys()).sort((a, b) => given[b]! + minutes[b]! - (given[a]! + minutes[a]!) || b - a)
  const places = Array.from(jobs.places, (n) => new Float64Array(n).fill(Infinity))
  const cooks = new Float64Array(jobs.cooksInAll).fill(Infinity)
  const start = new Int32Array(given.length)
  for (const step of steps) {
    const j = jobOf[step]!
    const latestEnd = step + 1 === firstStep[j + 1]! ? Math.max(due[j]!, end[j]!) : start[step + 1]!
    const here = places[station[step]!]!
    const [onto, by] = [place[step]!, cook[step]!]
    start[step] = Math.min(latestEnd, here[onto]!, by < 0 ? Infinity : cooks[by]!) - minutes[step]!
    here[onto] = start[step]!
    if (by >= 0) cooks[by] = start[step]!
  }
  return { start, place }
}

const untilsOf = (held: readonly { readonly until: number }[]): number[] => held.map(({ until }) => until)

/** Places or cooks seen from the end of the day: each is free up to `busyFrom`, and not before `openFrom`. */
function openResource(count: number, heldUntil: readonly number[]) {
  const busyFrom = new Float64Array(count).fill(Infinity)
  const openFrom = Float64Array.from({ length: count }, (_, i) => heldUntil[i] ?? 0)
  /** The one whose work begins soonest after the bound, or else latest: the others stay open for what comes before. */
  const closest = (bound: number): number => {
    let best = 0
    for (let i = 1; i < count; i++) {
      const [here, before] = [busyFrom[i]!, busyFrom[best]!]
      if (before >= bound ? here >= bound && here < before : here > before) best = i
    }
    return best
  }
  return { busyFrom, openFrom, closest }
}
