import { noAnswer, problemOf } from '../../api/problem'
import { heard, unheard } from './contact'

/** A courier on the stairs does not wait longer than this for what the phone knows already. */
const PATIENCE_MS = 4_000

const PREFIX = 'linli:courier:kept:'

const after = (ms: number) => new Promise<never>((_, reject) => setTimeout(() => reject(noAnswer()), ms))

/** What the server said last, as this phone has kept it. */
export function recall<T>(name: string): T | undefined {
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
export const isUnanswered = (error: unknown) => [0, 500, 502, 503, 504].includes(problemOf(error).status)

/** What this page has been answered itself: it has something newer to show than the phone keeps. */
const answered = new Set<string>()

/** Asks the server and keeps what it says. A page that has nothing yet is not kept waiting where the phone knows something. */
export async function askAndKeep<T>(name: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  const isImpatient = !answered.has(name) && recall(name) !== undefined
  try {
    const answer = await (isImpatient ? Promise.race([ask(), after(PATIENCE_MS)]) : ask())
    heard()
    answered.add(name)
    keep(name, answer)
    return answer
  } catch (error) {
    // whoever has left did not wait for an answer
    if (!signal.aborted && isUnanswered(error)) unheard()
    throw error
  }
}
