import { CalendarDays, House, type LucideIcon, Receipt, User } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { NavLink, Outlet, useLocation, useNavigation, useRouteLoaderData } from 'react-router'
import { type Session, whoAmI } from '../api/session'
import { loading } from './loading'

/** Who is here and what kind of installation this is. */
export const loadShop = loading(({ visitor, signal }) => whoAmI(undefined, { fetcher: visitor.fetcher, signal }))

/** The same for any page below the frame. */
export function useShop(): Session {
  const session = useRouteLoaderData<Session>('shop')
  if (!session) throw new Error('useShop stands outside the shop')
  return session
}

const TABS: readonly {
  to: string
  icon: LucideIcon
  label: 'tabs.order' | 'tabs.services' | 'tabs.orders' | 'tabs.me'
}[] = [
  { to: '/', icon: House, label: 'tabs.order' },
  { to: '/services', icon: CalendarDays, label: 'tabs.services' },
  { to: '/orders', icon: Receipt, label: 'tabs.orders' },
  { to: '/me', icon: User, label: 'tabs.me' },
]

/** The shop: a page, and the four tabs below it (above it on a wide screen). */
export function ShopFrame() {
  const { t } = useTranslation('shop')
  const session = useRouteLoaderData<Session>('shop')
  const { pathname } = useLocation()
  const { state } = useNavigation()
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [pathname])
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:rounded-control focus:bg-surface focus:p-3"
      >
        {t('ui:skipToContent')}
      </a>
      {session?.installation.demo && (
        <p className="bg-warn-50 px-4 py-0.5 text-center text-caption text-warn">{t('demo')}</p>
      )}
      {state === 'loading' && (
        <output className="fixed inset-x-0 top-0 z-50 block h-1 animate-late bg-brand-600">
          <span className="sr-only">{t('ui:loading')}</span>
        </output>
      )}
      <div className="md:flex md:flex-col-reverse md:justify-end">
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-270 pb-44 outline-none md:pb-32">
          <Outlet />
        </main>
        <Tabs />
      </div>
    </>
  )
}

function Tabs() {
  const { t } = useTranslation('shop')
  return (
    <nav
      aria-label={t('tabs.label')}
      className="border-line bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)] md:border-b"
    >
      <ul className="mx-auto grid max-w-270 grid-cols-4 md:flex md:items-center md:gap-2 md:px-4">
        <li className="hidden flex-1 text-title font-bold text-brand-800 md:block">{t('brand')}</li>
        {TABS.map(({ to, icon: Icon, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === '/'}
              className="flex min-h-14 flex-col items-center justify-center gap-0.5 px-3 text-caption text-ink-2 aria-[current=page]:font-semibold aria-[current=page]:text-brand-700 md:flex-row md:gap-2 md:text-secondary"
            >
              <Icon size={21} aria-hidden />
              {t(label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
