import type { ReactNode } from 'react'
import type { OrderLine } from '../../../api/procurement'
import { day, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { useAmounts } from '../use-amounts'
import { missingOf } from './missing'
import { NeedByDay } from './need-by-day'
import { useReasons } from './use-reasons'

/** Why this quantity: the facts, the sum they make, and why from this supplier. */
export function ReasonInWords({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('procurement-order')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const sentences = useReasons(line)
  const { reason, unit, packs } = line
  const of = (value: number) => quantity(value, unit)
  return (
    <div className="rounded-control bg-canvas p-3">
      <h4 className="mb-2 font-semibold">{t('order.why', { packs, pack: say(line.packName) })}</h4>
      <dl className="space-y-1">
        <Fact label={t('why.need', { count: reason.days, from: day(reason.from, locale) })}>{of(reason.need)}</Fact>
        <Part label={t('why.firm')} quantity={reason.firm} of={of} />
        {reason.safety > 0 && (
          <Fact label={t('why.safety', { percent: percent(reason.serviceBps / 10_000, locale) })}>
            + {of(reason.safety)}
          </Fact>
        )}
        <Fact label={t('why.onHand')}>− {of(reason.onHand)}</Fact>
        <Part label={t('why.expiring')} quantity={reason.expiring} of={of} />
        <Fact label={t('why.onOrder')}>− {of(reason.onOrder)}</Fact>
        <Part label={t('why.transfers')} quantity={reason.transfers} of={of} />
        <Fact label={t('why.missing')} look="sum">
          {of(missingOf(reason))}
        </Fact>
      </dl>
      <NeedByDay days={reason.byDay} unit={unit} />
      <ul className="mt-2 list-disc space-y-0.5 pl-4 text-secondary text-ink-2">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

const LOOKS = {
  plain: '',
  part: 'pl-4 text-secondary text-ink-2',
  sum: 'border-t border-line pt-1 font-semibold',
}

function Fact({
  label,
  look = 'plain',
  children,
}: {
  readonly label: string
  readonly look?: keyof typeof LOOKS
  readonly children: ReactNode
}) {
  return (
    <div className={`flex justify-between gap-3 ${LOOKS[look]}`}>
      <dt>{label}</dt>
      <dd className="figures whitespace-nowrap">{children}</dd>
    </div>
  )
}

/** A share of the figure above; nothing when there is none. */
function Part({
  label,
  quantity,
  of,
}: {
  readonly label: string
  readonly quantity: number
  readonly of: (value: number) => string
}) {
  if (quantity === 0) return null
  return (
    <Fact label={label} look="part">
      {of(quantity)}
    </Fact>
  )
}
