import { useSyncExternalStore } from 'react'
import type { Quote } from '../../api/store'
import { useShop } from '../frame'

type PayWith = Quote['payWith']

let chosen: PayWith = 'company'
const listeners = new Set<() => void>()

function choose(next: PayWith): void {
  chosen = next
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export interface PayerChoice {
  /** Works for a company, and so may choose at all. */
  readonly employed: boolean
  readonly payWith: PayWith
  readonly choose: (payWith: PayWith) => void
}

/** With whose money this visit shops, the same on the menu and in the basket; everybody without a company pays alone. */
export function usePayer(): PayerChoice {
  const { me } = useShop()
  const asked = useSyncExternalStore(
    subscribe,
    () => chosen,
    () => 'company' as const,
  )
  const employed = me?.roles.some(({ role }) => role === 'employee') ?? false
  return { employed, payWith: employed ? asked : 'private', choose }
}

/** What something costs whoever pays: the company's agreed price for its own people, the public one otherwise. */
export const priceFor = (
  payWith: PayWith,
  { priceMinor, companyMinor }: { readonly priceMinor: number; readonly companyMinor?: number | null },
): number => (payWith === 'company' ? (companyMinor ?? priceMinor) : priceMinor)
