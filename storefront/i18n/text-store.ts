import { loadTexts } from './load-texts'
import { LOCALE_COOKIE, type Locale } from './locale'
import { rememberCookie } from './remember-cookie'
import type { Face, Texts } from './texts'

/** The texts of a page, and whoever wants to know when they change language. */
export interface TextStore {
  readonly current: () => Texts
  readonly subscribe: (tell: () => void) => () => void
  /** Loads the texts of one more part of the face; the same promise each time it is asked for. */
  readonly add: (part: Face) => Promise<void>
  /** Changes the language of the page in place and for later visits. */
  readonly change: (locale: Locale) => Promise<void>
}

/** Opens the texts of a face. A server opens them for each request, a browser once a page. */
export async function openTexts(locale: Locale, face: Exclude<Face, 'ui'>): Promise<TextStore> {
  const faces: Face[] = ['ui', face]
  let wanted = locale
  let texts = await loadTexts(wanted, faces)
  const listeners = new Set<() => void>()
  const added = new Map<Face, Promise<void>>()
  const load = async (): Promise<void> => {
    const loaded = await loadTexts(wanted, faces)
    // meanwhile another part or language was asked for
    if (loaded.locale !== wanted || loaded.faces.size < faces.length) return load()
    texts = loaded
    for (const tell of listeners) tell()
  }
  return {
    current: () => texts,
    subscribe: (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    add: (part) => {
      const known = added.get(part)
      if (known) return known
      faces.push(part)
      const adding = load()
      added.set(part, adding)
      return adding
    },
    change: async (next) => {
      wanted = next
      await load()
      rememberCookie(LOCALE_COOKIE, next)
      document.documentElement.lang = next
    },
  }
}
