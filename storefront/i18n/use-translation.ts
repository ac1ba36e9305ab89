import { createContext, use, useContext, useMemo, useSyncExternalStore } from 'react'
import type { TextStore } from './text-store'
import { type Face, type Say, sayFrom } from './texts'

/** The texts of the page, for everything below. */
export const TextContext = createContext<TextStore | undefined>(undefined)

export function useTextStore(): TextStore {
  const store = useContext(TextContext)
  if (!store) throw new Error('the page has no texts: put a TextContext above it')
  return store
}

/**
 * `const { t } = useTranslation('shop')`, then `t('order.title', { number })` or, for the shared parts, `t('ui:close')`.
 * A part of a face whose texts are not there yet waits for them as it does for its code, in the nearest `Suspense`.
 */
export function useTranslation<F extends Face>(face: F): { readonly t: Say<F> } {
  const { current, subscribe, add } = useTextStore()
  const texts = useSyncExternalStore(subscribe, current, current)
  if (!texts.faces.has(face)) use(add(face))
  return useMemo(() => ({ t: sayFrom(texts, face) }), [texts, face])
}
