import type { ReactNode } from 'react'
import { Link } from '../../address/link'
import { setSearch } from '../../address/use-address'
import type { Meal, SiteDay } from '../../api/dispatch'
import { dateIn } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { Select } from '../../ui/field'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { useAddress } from '../../address/use-address'
import { DaySwitch } from '../operator/day-switch'
import { useDate } from '../operator/use-date'
import { mealFor, siteFor } from './choose-meal'
import { BOARD, FLEET, LOCKERS } from './addresses'
import { useDays } from './use-board'

const TABS = [
  { to: BOARD, label: 'board' },
  { to: LOCKERS, label: 'lockers' },
  { to: FLEET, label: 'fleet' },
] as const

/** What a page below the shell is about. */
export interface Chosen {
  readonly site: SiteDay
  readonly meal: Meal | undefined
}

/** What stands above every page of dispatch: the day, the kitchen, the meal, and where else to look. */
export function Shell({ children }: { readonly children: (chosen: Chosen) => ReactNode }) {
  const { t } = useTranslation('dispatch')
  const { search } = useAddress()
  const days = useDays(useDate())
  const { data, error } = days
  const site = data && siteFor(data.sites, search.get('site'))
  const meal = site && data && mealFor(site, search.get('meal'), data.now)
  return (
    <>
      <header className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        {site && data && <DaySwitch date={site.date} today={dateIn(data.now, site.zone)} />}
        {site && data && data.sites.length > 1 && <SiteSelect sites={data.sites} site={site} />}
        {meal && site.meals.length > 1 && <MealSwitch meals={site.meals} meal={meal} />}
      </header>
      <nav aria-label={t('tabs.label')} className="mb-4 flex gap-1 border-b border-line">
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            // the kitchen and the day go along
            to={`${to}${search.size > 0 ? `?${search.toString()}` : ''}`}
            className="-mb-px min-h-target border-b-2 border-transparent px-3 pt-2 text-ink-2 hover:text-ink aria-[current=page]:border-brand-600 aria-[current=page]:font-semibold aria-[current=page]:text-brand-800"
          >
            {t(`tabs.${label}`)}
          </Link>
        ))}
      </nav>
      {!data && error && <ErrorState error={error} onRetry={() => void days.refetch()} />}
      {!data && !error && <Loading />}
      {data && !site && <EmptyState title={t('noSite')} text={t('noSiteHint')} />}
      {site && children({ site, meal })}
    </>
  )
}

function SiteSelect({ sites, site }: { readonly sites: readonly SiteDay[]; readonly site: SiteDay }) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const choose = (id: string) => setSearch({ site: id, run: null, stop: null })
  return (
    <div className="min-w-52">
      <Select label={t('site')} hideLabel value={site.id} onChange={({ target }) => choose(target.value)}>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
    </div>
  )
}

function MealSwitch({ meals, meal }: { readonly meals: readonly Meal[]; readonly meal: Meal }) {
  const { t } = useTranslation('dispatch')
  return (
    <div className="min-w-52">
      <Segmented
        label={t('meal')}
        value={meal.menuDayId}
        options={meals.map(({ menuDayId, period }) => ({ value: menuDayId, label: t(`ui:period.${period}`) }))}
        onChange={(menuDayId) => setSearch({ meal: menuDayId, run: null, stop: null })}
      />
    </div>
  )
}
