import { useEffect, useSyncExternalStore } from 'react'
import { declareAllergens, showAllergens } from '../api/allergens'
import { useShop } from './frame'

const NONE: readonly string[] = []

let known: readonly string[] | undefined
let asked = false
const listeners = new Set<() => void>()

function tell(codes: readonly string[]): void {
  known = codes
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks once a page load; without an answer nothing is warned of here, and the order itself still is. */
function ask(): void {
  if (asked) return
  asked = true
  showAllergens().then(
    ({ codes }) => tell(codes),
    () => {
      asked = false
    },
  )
}

/** What the person said they cannot eat; undefined until it is known. Nobody in particular said nothing. */
export function useDeclared(): readonly string[] | undefined {
  const { me } = useShop()
  const isKnown = me !== null
  useEffect(() => {
    if (isKnown) ask()
  }, [isKnown])
  const codes = useSyncExternalStore(
    subscribe,
    () => known,
    () => undefined,
  )
  return isKnown ? codes : NONE
}

/** Says it anew; every page knows it at once. */
export async function declare(codes: readonly string[], agrees: boolean): Promise<void> {
  const said = await declareAllergens({ body: { codes: [...codes], agrees } })
  asked = true
  tell(said.codes)
}
