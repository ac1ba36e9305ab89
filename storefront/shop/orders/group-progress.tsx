import { useTranslation } from '../../i18n/use-translation'
import type { GroupDelivery, Order, OrderGroup } from '../../api/store'
import { dateIn, day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Card } from '../../ui/card'
import { Timeline } from '../../ui/timeline'
import { useShop } from '../frame'
import { CancelOrder } from './cancel-order'
import { ChangeOrder } from './change-order'
import { DeliveryNote } from './delivery-note'
import { OpenLocker } from './open-locker'
import { STEPS, stepStates } from './progress'
import { OrderLine } from './order-line'
import { RanOut } from './ran-out'
import { RateMeal } from './rate-meal'

/** One meal of an order: when, how far, its code and its dishes. */
export function GroupProgress({
  order,
  group,
  reached,
  delivery,
  onChanged,
}: {
  readonly order: Order
  readonly group: OrderGroup
  readonly reached: Partial<Record<OrderGroup['status'], string>>
  /** Where the food is, as far as somebody knows. */
  readonly delivery: GroupDelivery | undefined
  readonly onChanged: () => void
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { zone, status, handoverCode } = group
  const under = status !== 'cancelled' && status !== 'awaiting_payment'
  const states = stepStates(status)
  const { installation } = useShop()
  /** The time alone today; the day with it on any other. */
  const clock = (instant: string) => {
    const date = dateIn(instant, zone)
    const today = dateIn(installation.now, zone)
    return date === today ? time(instant, zone) : `${day(date, locale)} ${time(instant, zone)}`
  }
  const expected = delivery?.status === 'waiting' && delivery.eta !== null ? delivery.eta : undefined
  const timeOf = (step: (typeof STEPS)[number]): string | undefined => {
    const at = step === 'placed' ? (reached.placed ?? order.receivedAt) : reached[step]
    if (states[step] === 'failed') return reached.failed && clock(reached.failed)
    if (states[step] !== 'todo') return at && clock(at)
    return step === 'delivered' && expected ? t('order.expected', { time: clock(expected) }) : undefined
  }
  const steps = STEPS.map((step) => ({
    key: step,
    label: t(states[step] === 'failed' ? 'status.failed' : `step.${step}`),
    state: states[step],
    time: timeOf(step),
  }))
  const standing = order.groups.filter((one) => one.status !== 'cancelled').length
  const partly = standing > 1 && status === 'placed' && Date.parse(installation.now) < Date.parse(group.cutoffAt)
  const waiting = handoverCode !== null && status !== 'delivered' && under
  return (
    <Card as="section">
      <h2 className="text-title font-semibold">
        {day(group.serviceDate, locale)} · {t(`ui:period.${group.period}`)}
      </h2>
      <p className="text-secondary text-ink-2">
        {t('order.slot', {
          slot: `${time(group.slot?.from ?? group.servesFrom, zone)}–${time(group.slot?.to ?? group.servesTo, zone)}`,
          site: say(group.site),
        })}
      </p>
      {waiting && (
        <p className="mt-3 flex items-center justify-between gap-3 rounded-control bg-brand-50 px-4 py-2 text-brand-800">
          <span>
            <b className="block">{t('order.code')}</b>
            <span className="text-secondary">{t('order.codeHint')}</span>
          </span>
          <b className="figures text-headline tracking-[0.15em]">{handoverCode}</b>
        </p>
      )}
      {under && delivery && <DeliveryNote delivery={delivery} zone={zone} />}
      {delivery?.status === 'stored' && delivery.compartment !== null && handoverCode !== null && (
        <OpenLocker delivery={delivery} number={order.number} code={handoverCode} onOpened={onChanged} />
      )}
      {under && (
        <div className="mt-4">
          <Timeline label={t('order.progress')} steps={steps} />
        </div>
      )}
      <ul className="mt-4 space-y-2 border-t border-line pt-3">
        {group.lines.map((line) => (
          <OrderLine key={line.id} line={line} currency={order.currency} />
        ))}
      </ul>
      <RanOut order={order} group={group} />
      {partly && (
        <div className="mt-3 flex flex-wrap gap-2">
          <ChangeOrder order={order} groups={[group]} groupId={group.id} onStale={onChanged} />
          <CancelOrder order={order} group={group} onCancelled={onChanged} />
        </div>
      )}
      {status === 'delivered' && (
        <div className="mt-3">
          <RateMeal order={order} group={group} />
        </div>
      )}
    </Card>
  )
}
