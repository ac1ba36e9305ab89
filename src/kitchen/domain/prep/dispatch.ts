import type { Jobs } from './jobs'

/** When each step starts and on which place; lateness is the sum of minutes after due over all jobs. */
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
  const { count, firstStep, station, minutes, cooks, jobOf, release, due, places, cooksInAll, held, horizon } = jobs
  const steps = station.length
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
    const freePlaces = Array.from(places, (n) => Array.from({ length: n }, (_, i) => n - 1 - i))
    const freeCooks = Array.from({ length: cooksInAll }, (_, i) => cooksInAll - 1 - i)
    const waiting = Array.from(places, () => [] as number[])
    const given = held.map((one) => ({
      ...one,
      place: freePlaces[one.station]?.pop() ?? -1,
      cook: one.cooks > 0 ? (freeCooks.pop() ?? -1) : -1,
    }))
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
        if (freePlaces[s]!.length === 0) continue
        const list = waiting[s]!
        for (let i = 0; i < list.length; i++) {
          const step = list[i]!
          if (cooks[step]! > 0 && freeCooks.length === 0) continue
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
      place[best] = freePlaces[station[best]!]!.pop()!
      if (cooks[best]! > 0) cook[best] = freeCooks.pop()!
      const ends = now + minutes[best]!
      nextEnd[best] = endsAt[ends]!
      endsAt[ends] = best
      return true
    }
    for (let now = 0; open > 0 && now < horizon; now++) {
      for (const one of given) {
        if (one.until !== now) continue
        if (one.place >= 0) freePlaces[one.station]!.push(one.place)
        if (one.cook >= 0) freeCooks.push(one.cook)
      }
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
