import { useTranslation } from '../../i18n/use-translation'
import type { Order, OrderGroup } from '../../api/store'
import { day, money, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Card } from '../../ui/card'
import { DishArt } from '../../ui/dish-art'
import { Timeline } from '../../ui/timeline'
import { STEPS, stepStates } from './progress'

/** One meal of an order: when, how far, its code and its dishes. */
export function GroupProgress({
  order,
  group,
  reached,
}: {
  readonly order: Order
  readonly group: OrderGroup
  readonly reached: Partial<Record<OrderGroup['status'], string>>
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { zone, status, handoverCode } = group
  const under = status !== 'cancelled' && status !== 'awaiting_payment'
  const states = stepStates(status)
  const steps = STEPS.map((step) => {
    const at = step === 'placed' ? (reached.placed ?? order.receivedAt) : reached[step]
    const failed = states[step] === 'failed'
    return {
      key: step,
      label: t(failed ? 'status.failed' : `step.${step}`),
      state: states[step],
      time: failed
        ? reached.failed && time(reached.failed, zone)
        : at && states[step] !== 'todo'
          ? time(at, zone)
          : undefined,
    }
  })
  const waiting = handoverCode !== null && status !== 'delivered' && under
  return (
    <Card as="section">
      <h2 className="text-title font-semibold">
        {day(group.serviceDate, locale)} · {t(`ui:period.${group.period}`)}
      </h2>
      <p className="text-secondary text-ink-2">
        {t('order.slot', {
          slot: `${time(group.servesFrom, zone)}–${time(group.servesTo, zone)}`,
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
      {under && (
        <div className="mt-4">
          <Timeline label={t('order.progress')} steps={steps} />
        </div>
      )}
      <ul className="mt-4 space-y-2 border-t border-line pt-3">
        {group.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-3">
            <span className="size-11 shrink-0 overflow-hidden rounded-control">
              <DishArt art={line.art} seed={line.dishId} />
            </span>
            <span className="min-w-0 flex-1 truncate" title={say(line.name)}>
              {say(line.name)} <span className="figures text-ink-2">×{line.quantity}</span>
            </span>
            <span className="figures">{money(line.unitMinor * line.quantity, order.currency, locale)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
