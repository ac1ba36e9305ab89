import { useTranslation } from 'react-i18next'
import { inLocale, type Locale, type Text } from './locale'
import { changeLocale, localeOf } from './open-texts'

export interface LocaleTools {
  readonly locale: Locale
  /** The reader's side of a text that comes with both. */
  readonly say: (text: Text) => string
  readonly change: (locale: Locale) => Promise<void>
}

/** The reader's language, and what changes it. */
export function useLocale(): LocaleTools {
  const { i18n } = useTranslation('ui')
  const locale = localeOf(i18n)
  return { locale, say: (text) => inLocale(text, locale), change: (next) => changeLocale(i18n, next) }
}
