import type { Random } from '../random'
import { createSettler } from './settle'
import type { Chains } from './state'

/**
 * Lets two vehicles exchange what follows a moment of their day. It costs nothing and moves slack to where a stop may need it,
 * which inserting stops one by one never does.
 */
export function createTailSwap(s: Chains, random: Random): () => boolean {
  const { model: m, trips } = s
  const { settle } = createSettler(s)
  return () => {
    const a = random.below(m.vehicles)
    const b = random.below(m.vehicles)
    // Only vehicles that are alike in all may drive each other's trips: room, skills and what is pinned to them too.
    if (a === b || m.kind[a] !== m.kind[b] || m.restSeconds[a]! + m.restSeconds[b]! > 0) return false
    if (m.frozen[a]!.length + m.frozen[b]!.length > 0 || s.tripCount[a]! + s.tripCount[b]! === 0) return false
    let beforeA = trips + a
    const keptA = random.below(s.tripCount[a]! + 1)
    for (let i = keptA; i > 0; i--) beforeA = s.nextTrip[beforeA]!
    const afterA = s.nextTrip[beforeA]!
    const start = random.below(s.tripCount[b]! + 1)
    let beforeB = trips + b
    for (let i = start; i > 0; i--) beforeB = s.nextTrip[beforeB]!
    // From a random gap of b on, the first that takes a's tail and gives its own.
    for (let keptB = start; ; keptB++) {
      const afterB = s.nextTrip[beforeB]!
      const few = keptA + s.tripCount[b]! - keptB <= m.maxTrips[a]! && keptB + s.tripCount[a]! - keptA <= m.maxTrips[b]!
      if (few && follows(s, beforeA, afterB, a) && follows(s, beforeB, afterA, b)) {
        if (!exchange(s, a, beforeA, afterA, b, beforeB, afterB)) return false
        settle(a)
        settle(b)
        return true
      }
      if (afterB === trips + b) return false
      beforeB = afterB
    }
  }
}

/** Whether the chain from trip `tail` on may follow trip `head` on vehicle v (either may be a sentinel). */
function follows(s: Chains, head: number, tail: number, v: number): boolean {
  const { model: m, trips } = s
  if (tail >= trips) return true
  const free = head >= trips ? m.shiftFrom[v]! : s.returns[head]! + m.reload[v]!
  return free <= s.latestDeparture[tail]!
}

function exchange(
  s: Chains,
  a: number,
  beforeA: number,
  afterA: number,
  b: number,
  beforeB: number,
  afterB: number,
): boolean {
  const { trips, prevTrip } = s
  const ringA = trips + a
  const ringB = trips + b
  if (afterA === ringA && afterB === ringB) return false
  const lastA = prevTrip[ringA]!
  const lastB = prevTrip[ringB]!
  link(s, beforeA, afterB === ringB ? ringA : afterB)
  link(s, afterB === ringB ? beforeA : lastB, ringA)
  link(s, beforeB, afterA === ringA ? ringB : afterA)
  link(s, afterA === ringA ? beforeB : lastA, ringB)
  recount(s, a)
  recount(s, b)
  return true
}

function link(s: Chains, head: number, tail: number): void {
  s.nextTrip[head] = tail
  s.prevTrip[tail] = head
}

function recount(s: Chains, v: number): void {
  const ring = s.trips + v
  if (s.tripCount[v]! > 0) s.cost -= s.model.perUse[v]!
  let count = 0
  for (let r = s.nextTrip[ring]!; r !== ring; r = s.nextTrip[r]!) {
    s.vehicle[r] = v
    count++
  }
  s.tripCount[v] = count
  if (count > 0) s.cost += s.model.perUse[v]!
}
