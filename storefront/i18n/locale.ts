export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A text of the catalogue or of a place, in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export const LOCALE_COOKIE = 'lang'
export const MODE_COOKIE = 'mode'

/** How large and calm the page is. */
export type Mode = 'normal' | 'senior'

/** The text a reader of this language sees. */
export const inLocale = (text: Text, locale: Locale): string => (locale === 'zh-CN' ? text.zh : text.en)

export const asLocale = (value: string | undefined): Locale => (value === 'en' ? 'en' : 'zh-CN')

/** One cookie out of a `Cookie` header or of `document.cookie`. */
export function cookieIn(cookies: string, name: string): string | undefined {
  const pair = cookies
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(name.length + 1))
}
