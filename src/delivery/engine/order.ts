import type { Random } from './random'

/** What the order in which stops come back may look at; one number per node, `null` where the problem has none. */
export interface OrderKeys {
  readonly demand: ArrayLike<number>
  readonly distance: ArrayLike<number>
  readonly opens: ArrayLike<number> | null
  readonly closes: ArrayLike<number> | null
  readonly ready: ArrayLike<number> | null
}

type Key = (c: number) => number

/** Weights: chance 4, largest load 4, farthest 2, nearest 1; with windows also narrowest 2, earliest 2, latest 2, last ready 2. */
function weighted({ demand, distance, opens, closes, ready }: OrderKeys): (Key | null)[] {
  const far: Key = (c) => -distance[c]!
  const large: Key = (c) => -demand[c]!
  const keys: (Key | null)[] = [null, null, null, null, large, large, large, large, far, far, (c) => distance[c]!]
  if (opens && closes) {
    const narrow: Key = (c) => closes[c]! - opens[c]!
    const early: Key = (c) => opens[c]!
    const late: Key = (c) => -closes[c]!
    keys.push(narrow, narrow, early, early, late, late)
  }
  if (ready)
    keys.push(
      (c) => ready[c]!,
      (c) => -ready[c]!,
    )
  return keys
}

/** Sorts the first `count` absent stops by a rule drawn at random, in place. */
export function createOrder(keys: OrderKeys, random: Random): (absent: Int32Array, count: number) => void {
  const rules = weighted(keys)
  const value = new Float64Array(keys.demand.length)
  return (absent, count) => {
    const rule = rules[random.below(rules.length)]!
    if (!rule) return shuffle(absent, count, random)
    for (let i = 0; i < count; i++) value[absent[i]!] = rule(absent[i]!)
    // Ten or twenty stops: insertion sort, stable and without garbage.
    for (let i = 1; i < count; i++) {
      const c = absent[i]!
      let j = i - 1
      while (j >= 0 && value[absent[j]!]! > value[c]!) {
        absent[j + 1] = absent[j]!
        j--
      }
      absent[j + 1] = c
    }
  }
}

function shuffle(absent: Int32Array, count: number, random: Random): void {
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const swap = absent[i]!
    absent[i] = absent[j]!
    absent[j] = swap
  }
}
