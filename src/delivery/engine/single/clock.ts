import type { Rings } from './state'

/** Keeps the positions and, with windows, the times of routes up to date. */
export interface Clock {
  /** Renumbers a route and recomputes its times. */
  readonly refresh: (r: number) => void
  /** Recomputes times after stop c was linked in: on either side only as far as anything changes. */
  readonly around: (c: number) => void
}

/** The clock of one state. */
export function createClock(s: Rings): Clock {
  const { next, prev, edge, early, late, position, length } = s
  const { size, cost, time, windows } = s.problem
  const none = new Int32Array(0)
  const { opens, closes, service } = windows ?? { opens: none, closes: none, service: none }
  // Where time is distance, the edge at hand spares a look into the matrix.
  const shared = cost === time

  /** Earliest starts of the nodes after `from`; `brief` ends at the first one beyond the next that stays the same. */
  const forward = (from: number, brief: boolean): void => {
    let at = from
    let t = early[at]!
    for (let u = next[at]!, first = true; u < size; u = next[u]!, first = false) {
      const node = at < size ? at : 0
      t += service[node]! + (shared ? edge[at]! : time[node * size + u]!)
      if (t < opens[u]!) t = opens[u]!
      if (brief && !first && early[u] === t) return
      if (t > closes[u]!) s.sound = false
      early[u] = t
      at = u
    }
    const node = at < size ? at : 0
    if (t + service[node]! + (shared ? edge[at]! : time[node * size]!) > closes[0]!) s.sound = false
  }

  /** Latest starts of the nodes before `from`, likewise. */
  const backward = (from: number, brief: boolean): void => {
    let at = from
    let t = late[at]!
    for (let u = prev[at]!, first = true; u < size; u = prev[u]!, first = false) {
      t -= service[u]! + (shared ? edge[u]! : time[u * size + (at < size ? at : 0)]!)
      if (t > closes[u]!) t = closes[u]!
      if (brief && !first && late[u] === t) return
      late[u] = t
      at = u
    }
  }

  return {
    refresh: (r) => {
      const z = size + r
      let count = 0
      for (let u = next[z]!; u !== z; u = next[u]!) position[u] = ++count
      length[r] = count
      if (!windows) return
      early[z] = opens[0]!
      late[z] = closes[0]!
      forward(z, false)
      backward(z, false)
    },
    around: (c) => {
      forward(prev[c]!, true)
      backward(next[c]!, true)
    },
  }
}
