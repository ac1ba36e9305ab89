import type { Random } from './random'

/** How often a place for a stop is overlooked on purpose (slack induction by string removals, Christiaens and Vanden Berghe 2020). */
const RATE = 0.01

/**
 * Draws how many places are seen until the next one that is overlooked: the same chances as a draw per place, at the price of
 * counting down.
 */
export function createBlinks(random: Random): () => number {
  const log = Math.log(1 - RATE)
  return () => 1 + Math.floor(Math.log(1 - random.unit()) / log)
}

/** Answers true for the places that are to be overlooked. */
export function createOverlook(random: Random): () => boolean {
  const draw = createBlinks(random)
  let left = draw()
  return () => {
    if (--left > 0) return false
    left = draw()
    return true
  }
}
