import { Link } from '../../../address/link'
import type { Gap } from '../../../api/procurement-gaps'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { useAmounts } from '../use-amounts'
import { useZone } from '../use-zone'

const KINDS = { open: 'info', covered: 'brand', resourced: 'warn', escalated: 'danger' } as const

/** One thing that will not come: how much, why, which dishes need it, and what is done about it. */
export function GapCard({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation('procurement-gaps')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const zone = useZone(gap.siteId)
  const moment = (instant: string) => `${day(dateIn(instant, zone), locale)} ${time(instant, zone)}`
  return (
    <Card as="li">
      <div className="flex items-start justify-between gap-3">
        <h2 className="font-semibold">
          {say(gap.ingredient)} <span className="figures text-danger">−{quantity(gap.quantity, gap.unit)}</span>
        </h2>
        <Tag kind={KINDS[gap.state]}>{t(`state.${gap.state}`)}</Tag>
      </div>
      <p className="text-ink-2">
        {t(`cause.${gap.cause}`)} · {say(gap.site)} ·{' '}
        <Link className="text-brand-700 underline" to={`/console/procurement/orders?order=${gap.orderId}`}>
          {gap.orderNumber}
        </Link>{' '}
        · {say(gap.supplier)} · {moment(gap.at)}
      </p>
      {gap.runsOutOn && <p className="mt-1">{t('runsOut', { day: day(gap.runsOutOn, locale) })}</p>}
      {gap.decideBy && gap.state !== 'covered' && (
        <p className="mt-1 font-medium text-danger">{t('decideBy', { time: moment(gap.decideBy) })}</p>
      )}
      {gap.coveredBy && (
        <p className="mt-1">
          {t('coveredBy')}{' '}
          <Link
            className="font-semibold text-brand-700 underline"
            to={`/console/procurement?order=${gap.coveredBy.orderId}`}
          >
            {gap.coveredBy.number}
          </Link>
        </p>
      )}
      <h3 className="mt-3 text-secondary font-medium text-ink-2">{t('hits', { count: gap.hits.length })}</h3>
      <ul>
        {gap.hits.map((hit) => (
          <li key={`${hit.menuDayId} ${hit.dishId}`} className="flex flex-wrap justify-between gap-x-3">
            <span>
              {day(hit.serviceDate, locale)} {t(`ui:period.${hit.period}`)} · {say(hit.dish)}
            </span>
            <span className="figures text-ink-2">
              {t('portions', { count: hit.portions })} · {t('cutoff', { time: moment(hit.cutoffAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
