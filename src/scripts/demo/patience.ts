import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_EVERY_MS = 250
const MOST_MS = 120_000

/** Looks again and again until something is so. @throws Error naming it after two minutes. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + MOST_MS; Date.now() < end; await sleep(LOOK_EVERY_MS)) {
    const seen = await look()
    if (seen !== undefined) return seen
  }
  throw new Error(`gave up waiting: ${what}`)
}

/** Works on a list with so many hands at once; the order of the answers is the order of the list. */
export async function inParallel<T, R>(
  list: readonly T[],
  hands: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  const hand = async () => {
    for (let i = next++; i < list.length; i = next++) {
      const item = list[i]
      if (item !== undefined) answers[i] = await work(item, i)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return answers
}
