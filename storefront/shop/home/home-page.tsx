import { CalendarRange, CloudOff, MapPin } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { Link, useLoaderData, useSearchParams } from 'react-router'
import { type Menu, showMenu } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { buttonLook } from '../../ui/button'
import { LanguageButton } from '../../ui/language-button'
import { SeniorButton } from '../../ui/senior-button'
import { EmptyState } from '../../ui/states'
import { CartBar } from '../checkout/cart-bar'
import { PayerSwitch } from '../checkout/payer-switch'
import { usePageTitle } from '../page-title'
import { DayStrip, MealStrip } from './strips'
import { menuQuery } from './load-home'
import { useFresh } from '../use-fresh'
import { CutoffLine } from './cutoff-line'
import { MenuList } from './menu-list'

/** Prices and portions left are asked again this often while somebody looks. */
const REFRESH_MS = 4_000

/** Choose a day, a meal and dishes. */
export function HomePage() {
  const loaded = useLoaderData<Menu>()
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const [search] = useSearchParams()
  const query = menuQuery(loaded.place.servicePointId, search)
  const { data: menu, refresh, stale } = useFresh(loaded, (signal) => showMenu({ query }, { signal }), REFRESH_MS)
  const { place, menus, dates } = menu
  // whoever still takes orders comes first, and of those the one that closes first
  const kitchens = menus.toSorted((a, b) => Number(b.open) - Number(a.open) || a.cutoffAt.localeCompare(b.cutoffAt))
  const [first] = kitchens
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
          <span className="flex shrink-0">
            <SeniorButton />
            <LanguageButton />
          </span>
        </div>
        {stale && (
          <output className="flex items-center gap-1.5 text-secondary text-warn">
            <CloudOff size={16} aria-hidden />
            {t('home.stale')}
          </output>
        )}
        {first && kitchens.length === 1 && <CutoffLine menu={first} now={menu.now} place={place} onEnd={refresh} />}
        <DayStrip menu={menu} />
        <MealStrip menu={menu} />
      </div>
      <h1 className="sr-only">{t('home.title')}</h1>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-1">
        <PayerSwitch />
        <Link to="/week" className={buttonLook({ kind: 'quiet' })}>
          <CalendarRange size={20} aria-hidden />
          {t('week.link')}
        </Link>
      </div>
      {dates.length === 0 || menus.length === 0 ? (
        <EmptyState title={t('home.noMenu')} text={t(dates.length === 0 ? 'home.noMenuAtAll' : 'home.noMenuThen')} />
      ) : (
        kitchens.map((kitchen) => (
          <MenuList key={kitchen.menuDayId} menu={kitchen} now={menu.now} place={place} several={kitchens.length > 1} />
        ))
      )}
      <CartBar place={place} onStale={refresh} />
    </>
  )
}
