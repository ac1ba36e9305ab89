/** Two books that should say the same and do not. */
export interface Difference {
  /** What was compared, `context.what`. */
  readonly check: string
  /** The row it is about. */
  readonly subject: string
  readonly expected: string
  readonly found: string
}

/** Compares two books of the same things, key by key; what stands in one of them only is a difference too. */
export function compareBooks(
  check: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): Difference[] {
  const subjects = [...new Set([...expected.keys(), ...found.keys()])].sort()
  return subjects.flatMap((subject) => {
    const [is, should] = [found.get(subject) ?? 'nothing', expected.get(subject) ?? 'nothing']
    return is === should ? [] : [{ check, subject, expected: should, found: is }]
  })
}
