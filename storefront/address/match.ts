export type Params = Readonly<Record<string, string>>

/** The values of a pattern such as `/console/orders/:id` in a path; undefined where it does not fit. */
export function match(pattern: string, path: string): Params | undefined {
  const wanted = segmentsOf(pattern)
  const found = segmentsOf(path)
  if (wanted.length !== found.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, segment] of wanted.entries()) {
    const value = found[i] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(value)
    else if (segment !== value) return undefined
  }
  return params
}

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean)
