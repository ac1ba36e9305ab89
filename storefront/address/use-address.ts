import { useSyncExternalStore } from 'react'

/**
 * Where kitchen, courier and console stand in their own pages. Seventy lines instead of the shop's router, which weighs
 * a third of what a kitchen tablet may load.
 */
const MOVED = 'linli:moved'

const subscribe = (tell: () => void) => {
  window.addEventListener('popstate', tell)
  window.addEventListener(MOVED, tell)
  return () => {
    window.removeEventListener('popstate', tell)
    window.removeEventListener(MOVED, tell)
  }
}

export interface Address {
  readonly path: string
  readonly search: URLSearchParams
}

/** The page's own address; the component is drawn again when it changes. */
export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search)
  const [path = '/', search = ''] = href.split('?')
  return { path, search: new URLSearchParams(search) }
}

/** Goes to another page of this face without loading it anew. `replace` leaves no step to go back to. */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  window.dispatchEvent(new Event(MOVED))
}

/** Sets or, with null, removes values of the address's query: filters live there, so that a list can be shared. */
export function setSearch(values: Readonly<Record<string, string | null>>): void {
  const search = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries(values)) {
    if (value === null) search.delete(name)
    else search.set(name, value)
  }
  const query = search.toString()
  go(window.location.pathname + (query ? `?${query}` : ''), { replace: true })
}
