import { Calculator } from 'lucide-react'
import { lazy } from 'react'
import { type Page, Pages } from '../address/pages'
import { LogOutButton, SessionGate } from '../api/session-gate'
import { useTranslation } from '../i18n/use-translation'
import { LanguageButton } from '../ui/language-button'

const PAGES: readonly Page[] = [{ path: '/till', Component: lazy(() => import('./till-page')) }]

/** A canteen's till: a tablet on the counter, or a phone in the queue. */
export function TillFrame() {
  const { t } = useTranslation('till')
  return (
    <>
      <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-canvas px-4 py-1">
        <Calculator size={22} aria-hidden className="text-brand-700" />
        <p className="flex-1 font-semibold">{t('title')}</p>
        <LanguageButton />
        <LogOutButton />
      </header>
      <main className="mx-auto max-w-320 px-4 pt-3 pb-8">
        <SessionGate roles={['till']}>
          <Pages pages={PAGES} />
        </SessionGate>
      </main>
    </>
  )
}
