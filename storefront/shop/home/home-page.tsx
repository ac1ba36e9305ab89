import { Clock3, MapPin } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData, useRevalidator } from 'react-router'
import type { Menu } from '../../api/store'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Countdown } from '../../ui/countdown'
import { LanguageButton } from '../../ui/language-button'
import { EmptyState } from '../../ui/states'
import { CartBar } from '../checkout/cart-bar'
import { usePageTitle } from '../page-title'
import { DayStrip, MealStrip } from './strips'
import { useDayName } from './day-name'
import { MenuList } from './menu-list'

/** Prices and portions left are asked again this often while somebody looks. */
const REFRESH_MS = 4_000

/** Choose a day, a meal and dishes. */
export function HomePage() {
  const menu = useLoaderData<Menu>()
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const { place, menus, dates } = menu
  const { revalidate } = useRevalidator()
  const refresh = useCallback(() => void revalidate(), [revalidate])
  useRefresh(refresh)
  usePageTitle(t('home.title'))
  return (
    <>
      <div className="sticky top-0 z-10 bg-canvas/95 px-4 pt-2 pb-2 backdrop-blur">
        <div className="flex items-center justify-between gap-2">
          <Link to="/place" className="flex min-h-target min-w-0 items-center gap-1.5 font-semibold hover:underline">
            <MapPin size={20} aria-hidden className="shrink-0 text-brand-700" />
            <span className="sr-only">{t('home.place')} </span>
            <span className="truncate">
              {say(place.community)} {say(place.building)} · {say(place.point)}
            </span>
          </Link>
          <LanguageButton />
        </div>
        <CutoffLine menu={menu} onEnd={refresh} />
        <DayStrip menu={menu} />
        <MealStrip menu={menu} />
      </div>
      <h1 className="sr-only">{t('home.title')}</h1>
      {dates.length === 0 || menus.length === 0 ? (
        <EmptyState title={t('home.noMenu')} text={t(dates.length === 0 ? 'home.noMenuAtAll' : 'home.noMenuThen')} />
      ) : (
        menus.map((site) => <MenuList key={site.menuDayId} menu={site} place={place} several={menus.length > 1} />)
      )}
      <CartBar place={place} onStale={refresh} />
    </>
  )
}

/** When ordering for the chosen meal closes, on the kitchen's wall. */
function CutoffLine({ menu, onEnd }: { readonly menu: Menu; readonly onEnd: () => void }) {
  const { t } = useTranslation('shop')
  const dayName = useDayName(menu)
  const [first] = menu.menus
  if (!first) return null
  const { cutoffAt, zone, open } = first
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-secondary text-ink-2">
      <Clock3 size={16} aria-hidden />
      {open ? (
        <>
          {t('home.cutoff', { time: `${dayName(cutoffAt)} ${time(cutoffAt, zone)}` })}
          <Countdown until={cutoffAt} now={menu.now} onEnd={onEnd} />
        </>
      ) : (
        <span className="font-semibold text-danger">{t('home.closed', { time: time(cutoffAt, zone) })}</span>
      )}
    </p>
  )
}

/** Asks again while the page is in sight, and at once when it comes back into sight. */
function useRefresh(refresh: () => void): void {
  useEffect(() => {
    const whenSeen = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    const timer = setInterval(whenSeen, REFRESH_MS)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [refresh])
}
