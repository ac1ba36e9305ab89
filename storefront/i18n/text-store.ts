import { loadTexts } from './load-texts'
import { LOCALE_COOKIE, type Locale } from './locale'
import { rememberCookie } from './remember-cookie'
import type { Face, Texts } from './texts'

/** The texts of a page, and whoever wants to know when they change language. */
export interface TextStore {
  readonly current: () => Texts
  readonly subscribe: (tell: () => void) => () => void
  /** Changes the language of the page in place and for later visits. */
  readonly change: (locale: Locale) => Promise<void>
}

/** Opens the texts of a face. A server opens them for each request, a browser once a page. */
export async function openTexts(locale: Locale, face: Exclude<Face, 'ui'>): Promise<TextStore> {
  const faces = ['ui', face] as const
  let texts = await loadTexts(locale, faces)
  const listeners = new Set<() => void>()
  return {
    current: () => texts,
    subscribe: (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    change: async (next) => {
      texts = await loadTexts(next, faces)
      rememberCookie(LOCALE_COOKIE, next)
      document.documentElement.lang = next
      for (const tell of listeners) tell()
    },
  }
}
