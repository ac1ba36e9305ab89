import { useState } from 'react'

const keyOf = (runId: string) => `linli:courier:scanned:${runId}`

/** The codes scanned for a run so far; a reload half-way through the van loses none. */
export function useScanned(runId: string) {
  const [codes, setCodes] = useState<readonly string[]>(() => JSON.parse(localStorage.getItem(keyOf(runId)) ?? '[]'))
  const set = (next: readonly string[]) => {
    localStorage.setItem(keyOf(runId), JSON.stringify(next))
    setCodes(next)
  }
  return {
    codes,
    add: (code: string) => set([...codes.filter((known) => known !== code), code]),
    remove: (code: string) => set(codes.filter((known) => known !== code)),
    forget: () => localStorage.removeItem(keyOf(runId)),
  }
}
