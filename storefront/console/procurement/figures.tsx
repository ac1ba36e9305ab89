import { useTranslation } from '../../i18n/use-translation'
import type { Overview } from '../../api/procurement'
import { count as plain } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { NumberCard } from '../../ui/card'
import { Skeleton } from '../../ui/states'
import { useAmounts } from './use-amounts'

const BASE = '/console/procurement'

/** The figures of the day; each leads to the rows it counts. */
export function Figures({ overview }: { readonly overview: Overview | undefined }) {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const { count, today } = overview ?? {}
  const cards =
    count &&
    ([
      {
        key: 'proposals',
        value: count.proposals,
        note: t('cards.proposalsNote', { total: yuan(count.proposedMinor) }),
        href: BASE,
      },
      { key: 'unconfirmed', value: count.unconfirmed, href: `${BASE}/orders?status=sent` },
      { key: 'arriving', value: count.arriving, href: `${BASE}/receiving?deliverOn=${today}` },
      { key: 'overdue', value: count.overdue, href: `${BASE}/receiving?overdue=1` },
      {
        key: 'expiring',
        value: count.expiring,
        note: t('cards.expiringNote'),
        href: `${BASE}/stock?expiring=1`,
      },
      {
        key: 'shortages',
        value: count.shortages,
        note: t('cards.shortagesNote'),
        href: `${BASE}/stock#shortages`,
      },
    ] as const)
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-6">
      {cards
        ? cards.map(({ key, value, href, ...rest }) => (
            <li key={key} className="*:h-full">
              <NumberCard
                label={t(`cards.${key}`)}
                value={plain(value, locale)}
                href={href}
                {...('note' in rest ? { note: rest.note } : {})}
              />
            </li>
          ))
        : Array.from({ length: 6 }, (_, i) => (
            <li key={i}>
              <Skeleton className="h-24 w-full rounded-card" />
            </li>
          ))}
    </ul>
  )
}
