import { inLocale, type Locale, type Text } from './locale'
import { useTextStore, useTranslation } from './use-translation'

export interface LocaleTools {
  readonly locale: Locale
  /** The reader's side of a text that comes with both. */
  readonly say: (text: Text) => string
  readonly change: (locale: Locale) => Promise<void>
}

/** The reader's language, and what changes it. */
export function useLocale(): LocaleTools {
  // drawn again with the texts
  useTranslation('ui')
  const { current, change } = useTextStore()
  const { locale } = current()
  return { locale, say: (text) => inLocale(text, locale), change }
}
