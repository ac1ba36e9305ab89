/** Boxes of a run that were not scanned, and scanned ones that are not of it; each named once. */
export function checkLoad(
  expected: readonly string[],
  scanned: readonly string[],
): { readonly missing: string[]; readonly foreign: string[] } {
  const [wanted, seen] = [new Set(expected), new Set(scanned)]
  return {
    missing: [...wanted].filter((code) => !seen.has(code)),
    foreign: [...seen].filter((code) => !wanted.has(code)),
  }
}
