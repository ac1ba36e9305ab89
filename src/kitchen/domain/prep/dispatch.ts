import type { Jobs } from './jobs'
import { ENDLESS } from './openings'

/** When each step starts and on which opening of a place; lateness is the sum of minutes after due over all jobs. */
export interface Timing {
  readonly start: Int32Array
  readonly place: Int32Array
  readonly cook: Int32Array
  readonly end: Int32Array
  readonly late: number
  readonly makespan: number
}

/** What goes first: of the waiting steps the one that ranks lowest at that minute. */
export type Rule = (step: number, now: number) => number

export interface Dispatcher {
  /** Starts, whenever something is free, the waiting step that goes first. Undefined once the lateness passes `limit`. */
  readonly run: (rule: Rule, limit?: number) => Timing | undefined
}

/** A kitchen that never idles while it could work, minute by minute. Work arrays are kept between runs. */
export function openDispatcher(jobs: Jobs): Dispatcher {
  const { count, firstStep, station, minutes, cooks, jobOf, release, due, openings, cooksFrom, horizon } = jobs
  const steps = station.length
  const { until } = openings
  const inTurn = Array.from(openings.from.keys()).sort((a, b) => openings.from[a]! - openings.from[b]! || a - b)
  const cooksInTurn = Array.from(cooksFrom.keys()).sort((a, b) => cooksFrom[a]! - cooksFrom[b]! || a - b)
  const allEndless = until.every((end) => end === ENDLESS)
  const endsAt = new Int32Array(horizon + 1)
  const comesAt = new Int32Array(horizon + 1)
  const nextEnd = new Int32Array(steps)
  const nextCome = new Int32Array(count)

  const start = new Int32Array(steps)
  const place = new Int32Array(steps)
  const cook = new Int32Array(steps)
  const end = new Int32Array(count)

  const run = (rule: Rule, limit = Infinity): Timing | undefined => {
    endsAt.fill(-1)
    comesAt.fill(-1)
    cook.fill(-1)
    const freePlaces = openings.at.map(() => [] as number[])
    const freeCooks: number[] = []
    const waiting = openings.at.map(() => [] as number[])
    let [opened, arrived] = [0, 0]
    let late = 0
    let makespan = 0
    let open = 0
    for (let j = 0; j < count; j++) {
      const at = release[j]!
      if (firstStep[j] === firstStep[j + 1]) {
        end[j] = at
        continue
      }
      nextCome[j] = comesAt[at]!
      comesAt[at] = j
      open += 1
    }
    const wait = (step: number) => waiting[station[step]!]?.push(step)
    const finish = (step: number, now: number) => {
      freePlaces[station[step]!]!.push(place[step]!)
      if (cook[step]! >= 0) freeCooks.push(cook[step]!)
      const j = jobOf[step]!
      if (step + 1 < firstStep[j + 1]!) {
        wait(step + 1)
        return
      }
      end[j] = now
      open -= 1
      late += Math.max(0, now - due[j]!)
      makespan = Math.max(makespan, now)
    }
    const startBest = (now: number): boolean => {
      let best = -1
      let lowest = Infinity
      let at = 0
      for (let s = 0; s < waiting.length; s++) {
        const free = freePlaces[s]!
        if (free.length === 0) continue
        const list = waiting[s]!
        const longest = allEndless ? ENDLESS : latestOf(free, until)
        for (let i = 0; i < list.length; i++) {
          const step = list[i]!
          if (cooks[step]! > 0 && freeCooks.length === 0) continue
          if (now + minutes[step]! > longest) continue
          const rank = rule(step, now)
          if (rank > lowest || (rank === lowest && step > best)) continue
          best = step
          lowest = rank
          at = i
        }
      }
      if (best < 0) return false
      const list = waiting[station[best]!]!
      list[at] = list[list.length - 1]!
      list.pop()
      start[best] = now
      const ends = now + minutes[best]!
      place[best] = takeOpening(freePlaces[station[best]!]!, until, ends)
      if (cooks[best]! > 0) cook[best] = freeCooks.pop()!
      nextEnd[best] = endsAt[ends]!
      endsAt[ends] = best
      return true
    }
    for (let now = 0; open > 0 && now < horizon; now++) {
      for (; opened < inTurn.length && openings.from[inTurn[opened]!]! <= now; opened++) {
        const opening = inTurn[opened]!
        freePlaces[openings.station[opening]!]!.push(opening)
      }
      for (; arrived < cooksInTurn.length && cooksFrom[cooksInTurn[arrived]!]! <= now; arrived++)
        freeCooks.push(cooksInTurn[arrived]!)
      for (let step = endsAt[now]!; step >= 0; step = nextEnd[step]!) finish(step, now)
      for (let j = comesAt[now]!; j >= 0; j = nextCome[j]!) wait(firstStep[j]!)
      if (late > limit) return undefined
      while (startBest(now));
    }
    if (open > 0 || late > limit) return undefined
    return { start: start.slice(), place: place.slice(), cook: cook.slice(), end: end.slice(), late, makespan }
  }
  return { run }
}

function latestOf(free: readonly number[], until: Int32Array): number {
  let latest = 0
  for (const opening of free) latest = Math.max(latest, until[opening]!)
  return latest
}

/** Takes the opening that closes soonest after `ends`: what stays open is there for longer work. */
function takeOpening(free: number[], until: Int32Array, ends: number): number {
  let best = free.length - 1
  for (let i = free.length - 2; i >= 0; i--) {
    const [here, before] = [until[free[i]!]!, until[free[best]!]!]
    if (before < ends ? here >= ends : here >= ends && here < before) best = i
  }
  const opening = free[best]!
  free[best] = free[free.length - 1]!
  free.pop()
  return opening
}
