import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { OrderLine } from '../../api/procurement'
import { day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useAmounts } from './use-amounts'

/** What the plan found missing, in base units: the same sum the plan made. */
const missingOf = ({ need, safety, onHand, expiring, onOrder }: OrderLine['reason']): number =>
  Math.max(0, need + safety - (onHand - expiring) - onOrder)

/** Why this quantity: the facts, the sum they make, and why from this supplier. */
export function ReasonInWords({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('console')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const { reason, unit, packSize, packs } = line
  const of = (value: number) => quantity(value, unit)
  const sentences = [
    t('procurement.why.formula', {
      missing: of(missingOf(reason)),
      size: of(packSize),
      packs,
      quantity: of(packs * packSize),
    }),
    reason.minimumPacks > 1 && t('procurement.why.minimum', { packs: reason.minimumPacks }),
    reason.multiplePacks > 1 && t('procurement.why.multiple', { packs: reason.multiplePacks }),
    t('procurement.why.lasts', { until: day(reason.until, locale) }),
    t(`procurement.why.${reason.supplier}`),
    reason.cutoffPassed && t('procurement.why.cutoff'),
    line.changed && t('procurement.why.changed'),
  ]
  return (
    <div className="rounded-control bg-canvas p-3">
      <h4 className="mb-2 font-semibold">{t('procurement.order.why', { packs, pack: say(line.packName) })}</h4>
      <dl className="space-y-1">
        <Fact label={t('procurement.why.need', { count: reason.days, from: day(reason.from, locale) })}>
          {of(reason.need)}
        </Fact>
        {reason.firm > 0 && (
          <Fact label={t('procurement.why.firm')} look="part">
            {of(reason.firm)}
          </Fact>
        )}
        {reason.safety > 0 && <Fact label={t('procurement.why.safety')}>+ {of(reason.safety)}</Fact>}
        <Fact label={t('procurement.why.onHand')}>− {of(reason.onHand)}</Fact>
        {reason.expiring > 0 && (
          <Fact label={t('procurement.why.expiring')} look="part">
            {of(reason.expiring)}
          </Fact>
        )}
        <Fact label={t('procurement.why.onOrder')}>− {of(reason.onOrder)}</Fact>
        <Fact label={t('procurement.why.missing')} look="sum">
          {of(missingOf(reason))}
        </Fact>
      </dl>
      <NeedByDay line={line} />
      <ul className="mt-2 list-disc space-y-0.5 pl-4 text-secondary text-ink-2">
        {sentences.map((sentence) => sentence && <li key={sentence}>{sentence}</li>)}
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

/** The days of the need as bars, each with its figure. */
function NeedByDay({ line: { reason, unit } }: { readonly line: OrderLine }) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const { quantity } = useAmounts()
  const most = Math.max(1, ...reason.byDay.map(({ need }) => need))
  if (reason.byDay.length === 0) return null
  return (
    <ul aria-label={t('procurement.why.byDay')} className="mt-3 space-y-1 text-secondary">
      {reason.byDay.map(({ date, need }) => (
        <li key={date} className="grid grid-cols-[96px_1fr_72px] items-center gap-2">
          <span className="text-ink-2">{day(date, locale)}</span>
          <span aria-hidden className="h-2 rounded-full bg-line">
            <span
              className="block h-2 rounded-full bg-brand-600"
              style={{ width: `${Math.round((need / most) * 100)}%` }}
            />
          </span>
          <span className="figures text-right">{quantity(need, unit)}</span>
        </li>
      ))}
    </ul>
  )
}
