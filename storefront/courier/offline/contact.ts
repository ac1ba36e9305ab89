import { useEffect, useState, useSyncExternalStore } from 'react'

/** Whether the server answers, and when it was last heard of, in ms since 1970 by this phone; 0 when never. */
export interface Contact {
  readonly isDown: boolean
  readonly at: number
}

const KEPT = 'linli:courier:contact'

let contact: Contact = { isDown: false, at: Number(localStorage.getItem(KEPT) ?? 0) }
const listeners = new Set<() => void>()

function become(next: Contact): void {
  contact = next
  for (const tell of listeners) tell()
}

/** The server has said something. */
export function heard(): void {
  localStorage.setItem(KEPT, String(Date.now()))
  become({ isDown: false, at: Date.now() })
}

/** Something was asked and nobody answered. */
export function unheard(): void {
  if (!contact.isDown) become({ ...contact, isDown: true })
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Whether the server answers; drawn again when that changes. */
export const useContact = (): Contact => useSyncExternalStore(subscribe, () => contact)

const MINUTE_MS = 60_000

/** Whole minutes since something was heard, counted on while the component stands. */
export function useMinutesSince(at: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 6)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - at) / MINUTE_MS))
}
