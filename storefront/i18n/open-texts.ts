import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Face, loadTexts } from './load-texts'
import { asLocale, LOCALE_COOKIE, type Locale } from './locale'
import { rememberCookie } from './remember-cookie'

/** The texts of a page, ready to read. A server opens one a request, a browser one a page. */
export async function openTexts(locale: Locale, face: Exclude<Face, 'ui'>): Promise<i18n> {
  const texts = createInstance().use(initReactI18next)
  await texts.init({
    lng: locale,
    fallbackLng: false,
    ns: ['ui', face],
    defaultNS: 'ui',
    resources: { [locale]: await loadTexts(locale, ['ui', face]) },
    // React escapes already
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return texts
}

/** Changes the language of the page in place and for later visits. */
export async function changeLocale(texts: i18n, locale: Locale): Promise<void> {
  const faces = [texts.options.ns ?? []].flat() as Face[]
  const loaded = await loadTexts(locale, faces)
  for (const [face, words] of Object.entries(loaded)) texts.addResourceBundle(locale, face, words)
  rememberCookie(LOCALE_COOKIE, locale)
  document.documentElement.lang = locale
  await texts.changeLanguage(locale)
}

export const localeOf = (texts: i18n): Locale => asLocale(texts.language)
