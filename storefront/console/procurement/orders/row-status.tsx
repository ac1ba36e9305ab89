import type { OrderRow } from '../../../api/procurement'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'
import { useZone } from '../use-zone'
import { StatusTag } from './status-tag'

/** Where an order stands, whose word it still needs, and when it comes. */
export function RowStatus({ row }: { readonly row: OrderRow }) {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  const zone = useZone(row.siteId)
  const { status, lapsed, approvals, eta } = row
  const open = status === 'sent' || status === 'confirmed' || status === 'short' || status === 'part_received'
  return (
    <span className="flex flex-wrap items-center gap-1">
      <StatusTag status={status} />
      {status === 'proposed' && lapsed && <Tag kind="danger">{t('lapsed')}</Tag>}
      {status === 'proposed' && approvals.needed > 1 && <Tag kind="info">{t('approvals', approvals)}</Tag>}
      {open && eta && (
        <span className="text-secondary text-ink-2">
          {t('etaAt', { time: `${day(dateIn(eta, zone), locale)} ${time(eta, zone)}` })}
        </span>
      )}
    </span>
  )
}
