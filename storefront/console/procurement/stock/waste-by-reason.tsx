import type { Waste } from '../../../api/procurement-stock'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { useAmounts } from '../use-amounts'

/** What was thrown away, in money by reason, the dearest first. */
export function WasteByReason({ byReason }: Pick<Waste, 'byReason'>) {
  const { t } = useTranslation('procurement-stock')
  const { yuan } = useAmounts()
  const sum = byReason.reduce((all, { costMinor }) => all + costMinor, 0)
  if (sum === 0) return null
  return (
    <Card as="section" className="mb-3">
      <h2 className="flex justify-between gap-3 font-semibold">
        {t('waste.byReason')} <span className="figures">{yuan(sum)}</span>
      </h2>
      <ul className="mt-2 space-y-1">
        {byReason
          .toSorted((a, b) => b.costMinor - a.costMinor)
          .map(({ reason, costMinor }) => (
            <li key={reason} className="grid grid-cols-[112px_1fr_96px] items-center gap-3">
              <span>{t(`reason.${reason}`)}</span>
              <span aria-hidden className="h-2 rounded-full bg-line">
                <span
                  className="block h-2 rounded-full bg-warn-600"
                  style={{ width: `${Math.round((costMinor / sum) * 100)}%` }}
                />
              </span>
              <span className="figures text-right">{yuan(costMinor)}</span>
            </li>
          ))}
      </ul>
    </Card>
  )
}
