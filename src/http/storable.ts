/** NUL, which Postgres keeps in no text, and half a surrogate pair, which is no character. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** Where in a value stands the first string that cannot be stored; undefined when all can be. */
export function unstorableIn(value: unknown, here: readonly string[] = []): readonly string[] | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? here : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, below] of Object.entries(value)) {
    const found = unstorableIn(below, [...here, key])
    if (found) return found
  }
  return undefined
}
