import { useTranslation } from '../../i18n/use-translation'
import type { Day } from '../../api/operator'
import { count as plain, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { NumberCard } from '../../ui/card'
import { Skeleton } from '../../ui/states'
import { withDate } from './days'
import { useDate } from './use-date'

const CARDS = 8

/** The figures of the day; each leads to the rows it counts. */
export function Figures({ day }: { readonly day: Day | undefined }) {
  const cards = useCards(day)
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {cards
        ? cards.map(({ key, ...card }) => (
            <li key={key} className="*:h-full">
              <NumberCard {...card} />
            </li>
          ))
        : Array.from({ length: CARDS }, (_, i) => (
            <li key={i}>
              <Skeleton className="h-24 w-full rounded-card" />
            </li>
          ))}
    </ul>
  )
}

function useCards(day: Day | undefined) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const date = useDate()
  if (!day) return undefined
  const count = (value: number) => plain(value, locale)
  const per = (value: number | null) => (value === null ? t('operator.cards.noRatio') : count(value))
  const late = day.sites.flatMap(({ meals }) => meals).reduce((sum, meal) => sum + meal.late, 0)
  const orders = (status: string) => withDate('/console/orders', date, status ? { status } : {})
  const here = (id: string) => `${withDate('/console', date)}#${id}`
  return [
    { key: 'orders', label: t('operator.cards.orders'), value: count(day.orders), href: orders('') },
    {
      key: 'revenue',
      label: t('operator.cards.revenue'),
      value: money(day.revenueMinor, day.currency, locale),
      note: t('operator.cards.revenueNote'),
      href: orders(''),
    },
    {
      key: 'boxes',
      label: t('operator.cards.boxes'),
      value: count(day.boxes),
      note: t('operator.cards.perStop', { boxes: per(day.boxesPerStop) }),
      href: here('density'),
    },
    {
      key: 'delivered',
      label: t('operator.cards.delivered'),
      value: count(day.delivered),
      note: t('operator.cards.failed', { count: day.failed }),
      href: orders('delivered'),
    },
    {
      key: 'late',
      label: t('operator.cards.late'),
      value: count(late),
      note: t('operator.cards.lateNote'),
      href: here('kitchens'),
    },
    {
      key: 'unserved',
      label: t('operator.cards.unserved'),
      value: count(day.unserved.length),
      note: t('operator.cards.unservedNote'),
      href: here('unserved'),
    },
    {
      key: 'way',
      label: t('operator.cards.way'),
      value: count(day.kilometres),
      unit: 'km',
      note: t('operator.cards.perKm', { stops: per(day.stopsPerKm) }),
      href: here('runs'),
    },
    {
      key: 'proposals',
      label: t('operator.cards.proposals'),
      value: count(day.proposals),
      note: t('operator.cards.underWay', { count: day.purchasesUnderWay }),
      href: '/console/procurement',
    },
  ]
}
