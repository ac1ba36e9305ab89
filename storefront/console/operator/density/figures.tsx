import type { DensityAnswer } from '../../../api/density'
import { count, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { NumberCard } from '../../../ui/card'

/** The index of density; each figure leads to the rows behind it. */
export function DensityFigures({ density }: { readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const { locale } = useLocale()
  const { all, reach, communities } = density
  const number = (value: number | null) => (value === null ? '–' : count(value, locale))
  const orders = communities.reduce((sum, row) => sum + row.penetration * row.households, 0)
  const share = reach.households > 0 ? reach.within / reach.households : 0
  const pays = all.boxesPerStop !== null && all.breakEven !== null && all.boxesPerStop >= all.breakEven
  const cards = [
    {
      label: t('figures.perBuilding'),
      value: number(all.ordersPerBuilding),
      note: t('figures.perBuildingNote', { orders: count(all.orders, locale), meals: count(all.meals, locale) }),
      view: 'buildings',
    },
    {
      label: t('figures.dropSize'),
      value: number(all.boxesPerStop),
      note:
        all.breakEven === null
          ? t('figures.noBreakEven')
          : t(pays ? 'figures.pays' : 'figures.paysNot', { boxes: number(all.breakEven) }),
      view: 'communities',
    },
    {
      label: t('figures.stopsPerKm'),
      value: number(all.stopsPerKm),
      note: t('figures.runs', { runs: count(all.runs, locale), km: count(all.metres / 1_000, locale) }),
      view: 'communities',
    },
    {
      label: t('figures.penetration'),
      value: number(reach.households > 0 ? orders / reach.households : null),
      note: t('figures.penetrationNote'),
      view: 'cells',
    },
    {
      label: t('figures.reach', { metres: count(reach.metres, locale) }),
      value: percent(share, locale),
      note: t('figures.without', { households: count(reach.households - reach.within, locale) }),
      view: 'gaps',
    },
  ]
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      {cards.map(({ view, ...card }) => (
        <li key={card.label} className="*:h-full">
          <NumberCard {...card} href={addressOf(view)} />
        </li>
      ))}
    </ul>
  )
}

/** The same question, looked at in another way. */
function addressOf(view: string): string {
  const search = new URLSearchParams(window.location.search)
  search.set('view', view)
  search.delete('place')
  return `${window.location.pathname}?${search.toString()}#rows`
}
