import { Link } from '../../../address/link'
import type { FoundLot, LotTrace } from '../../../api/procurement-tracing'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { useAmounts } from '../use-amounts'

/** The same goods at other sites, and the other lots of the delivery. */
export function Relatives({ trace }: { readonly trace: LotTrace }) {
  const { t } = useTranslation('procurement-tracing')
  if (trace.family.length + trace.otherLots.length === 0) return null
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Lots title={t('family')} lots={trace.family} />
      <Lots title={t('otherLots')} lots={trace.otherLots} />
    </div>
  )
}

function Lots({ title, lots }: { readonly title: string; readonly lots: readonly FoundLot[] }) {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const { quantity } = useAmounts()
  if (lots.length === 0) return null
  return (
    <Card as="section">
      <h2 className="mb-1 font-semibold">{title}</h2>
      <ul className="divide-y divide-line">
        {lots.map((lot) => (
          <li key={lot.id} className="flex flex-wrap justify-between gap-x-3 py-1.5">
            <Link className="text-brand-700 underline" to={`/console/procurement/tracing?lot=${lot.id}`}>
              {say(lot.ingredient)} · {lot.code}
            </Link>
            <span className="text-ink-2">
              {say(lot.site)} · {quantity(lot.quantity, lot.unit)}{' '}
              {lot.blocked && <Tag kind="danger">{t('expiry.blocked')}</Tag>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
