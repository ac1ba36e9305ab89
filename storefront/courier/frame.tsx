import { Bike } from 'lucide-react'
import { lazy, useEffect } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { type Page, Pages } from '../address/pages'
import { LogOutButton, SessionGate } from '../api/session-gate'
import { LanguageButton } from '../ui/language-button'
import { forgetAll } from './offline/kept-answers'
import { keptSession } from './offline/kept-session'

/** The pages of the courier, by address. */
const PAGES: readonly Page[] = [
  { path: '/courier', Component: lazy(() => import('./runs-page')) },
  { path: '/courier/runs/:runId', Component: lazy(() => import('./run-page')) },
]

/** What comes first is the page; what it may need later without a network is loaded after it. */
const KEEP_AFTER_MS = 2_000

/** The courier's phone: one column, one header, everything within reach of a thumb. */
export function CourierFrame() {
  const { t } = useTranslation('courier')
  useEffect(() => {
    const keep = async () => (await import('./offline/keep-page')).keepPage()
    // once everything that was asked for has come; a browser that keeps nothing still shows the page
    const timer = setTimeout(() => void keep().catch(() => undefined), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="mx-auto max-w-160">
      <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-canvas px-4 py-1">
        <Bike size={22} aria-hidden className="text-brand-700" />
        <p className="flex-1 font-semibold">{t('title')}</p>
        <LanguageButton />
        <LogOutButton onLeave={forgetAll} />
      </header>
      <main className="px-4 pt-3 pb-24">
        <SessionGate roles={['courier']} ask={keptSession}>
          <Pages pages={PAGES} />
        </SessionGate>
      </main>
    </div>
  )
}
