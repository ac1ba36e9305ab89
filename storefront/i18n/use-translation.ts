import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { TextStore } from './text-store'
import { type Face, type Say, sayFrom } from './texts'

/** The texts of the page, for everything below. */
export const TextContext = createContext<TextStore | undefined>(undefined)

export function useTextStore(): TextStore {
  const store = useContext(TextContext)
  if (!store) throw new Error('the page has no texts: put a TextContext above it')
  return store
}

/** `const { t } = useTranslation('shop')`, then `t('order.title', { number })` or, for the shared parts, `t('ui:close')`. */
export function useTranslation<F extends Face>(face: F): { readonly t: Say<F> } {
  const { current, subscribe } = useTextStore()
  const texts = useSyncExternalStore(subscribe, current, current)
  return useMemo(() => ({ t: sayFrom(texts, face) }), [texts, face])
}
