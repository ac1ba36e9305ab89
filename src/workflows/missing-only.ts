/** A row with this primary key is there already: Postgres said so, or the ORM in its words. */
export function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === '23505' || (typeof message === 'string' && /already exists|duplicate key/i.test(message))
}

/** How often a batch may lose against others that write the same rows before it gives up. */
const TRIES = 5

/**
 * Writes what is not there yet, as one batch, and answers which that were. The primary key decides a race: a batch
 * that loses writes nothing and looks again at what is left to it.
 */
export async function writeMissing<T extends { readonly id: string }>(
  all: readonly T[],
  find: (ids: string[]) => Promise<readonly { readonly id: string }[]>,
  write: (missing: T[]) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const once = [...new Map(all.map((row) => [row.id, row])).values()]
  for (let attempt = 1; ; attempt++) {
    const known = new Set((await find(once.map(({ id }) => id))).map(({ id }) => id))
    const missing = once.filter(({ id }) => !known.has(id))
    if (missing.length === 0) return new Set()
    try {
      await write(missing)
      return new Set(missing.map(({ id }) => id))
    } catch (error) {
      if (attempt >= TRIES || !isDuplicate(error)) throw error
    }
  }
}
