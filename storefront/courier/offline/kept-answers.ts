import { noAnswer, problemOf } from '../../api/problem'
import { heard, unheard } from './contact'

/** A courier on the stairs does not wait longer than this for what the phone knows already. */
const PATIENCE_MS = 4_000

const PREFIX = 'linli:courier:kept:'

const after = (ms: number) => new Promise<never>((_, reject) => setTimeout(() => reject(noAnswer()), ms))

/** What the server said last, as this phone has kept it. */
function recall<T>(name: string): T | undefined {
  const kept = localStorage.getItem(PREFIX + name)
  return kept === null ? undefined : (JSON.parse(kept) as T)
}

/** Keeps an answer over reloads; a full phone goes without. */
export function keep(name: string, answer: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(answer))
  } catch {
    forgetAll()
  }
}

/** Forgets every answer: they are about somebody else, or there is no room. */
export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

/** Whether nobody answered, or only a gateway: the server's own "no" is an answer. */
const isUnanswered = (error: unknown) => [0, 500, 502, 503, 504].includes(problemOf(error).status)

/** Asks the server; where no answer comes says what it said last, if it ever did. */
export async function askOrRecall<T>(name: string, ask: () => Promise<T>): Promise<T> {
  const known = recall<T>(name)
  try {
    const answer = await (known === undefined ? ask() : Promise.race([ask(), after(PATIENCE_MS)]))
    heard()
    keep(name, answer)
    return answer
  } catch (error) {
    if (!isUnanswered(error)) throw error
    unheard()
    if (known === undefined) throw error
    return known
  }
}
