import { Bike } from 'lucide-react'
import { lazy } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { type Page, Pages } from '../address/pages'
import { LogOutButton, SessionGate } from '../api/session-gate'
import { LanguageButton } from '../ui/language-button'

/** The pages of the courier, by address. */
const PAGES: readonly Page[] = [
  { path: '/courier', Component: lazy(() => import('./runs-page')) },
  { path: '/courier/runs/:runId', Component: lazy(() => import('./run-page')) },
]

/** The courier's phone: one column, one header, everything within reach of a thumb. */
export function CourierFrame() {
  const { t } = useTranslation('courier')
  return (
    <div className="mx-auto max-w-160">
      <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-canvas px-4 py-1">
        <Bike size={22} aria-hidden className="text-brand-700" />
        <p className="flex-1 font-semibold">{t('title')}</p>
        <LanguageButton />
        <LogOutButton />
      </header>
      <main className="px-4 pt-3 pb-24">
        <SessionGate roles={['courier']}>
          <Pages pages={PAGES} />
        </SessionGate>
      </main>
    </div>
  )
}
