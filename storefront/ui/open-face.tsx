import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { asLocale, cookieIn, LOCALE_COOKIE, MODE_COOKIE } from '../i18n/locale'
import { openTexts } from '../i18n/text-store'
import type { Face } from '../i18n/texts'
import { TextContext } from '../i18n/use-translation'
import { ErrorBoundary } from './error-boundary'

/** Starts a face that is drawn in the browser alone: kitchen, courier, console. */
export async function openFace(face: Exclude<Face, 'ui' | 'shop'>, page: ReactNode): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  const html = document.documentElement
  // a page out of the offline cache knows the language of whoever filled it: the cookie knows better
  const locale = asLocale(cookieIn(document.cookie, LOCALE_COOKIE) ?? html.lang)
  html.lang = locale
  html.dataset['mode'] = cookieIn(document.cookie, MODE_COOKIE) === 'senior' ? 'senior' : 'normal'
  const texts = await openTexts(locale, face)
  createRoot(root).render(
    <StrictMode>
      <TextContext value={texts}>
        <ErrorBoundary>{page}</ErrorBoundary>
      </TextContext>
    </StrictMode>,
  )
}
