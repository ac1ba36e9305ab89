import { Link } from '../../../address/link'
import { traceOrder } from '../../../api/procurement-tracing'
import { count, day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Tag } from '../../../ui/tag'
import { fullDate } from '../full-date'
import { useAmounts } from '../use-amounts'
import { useAsked } from '../use-procurement'

/** The lots behind one resident's order, dish by dish and batch by batch. */
export default function OrderTrace({ number }: { readonly number: string }) {
  const { t } = useTranslation('procurement-tracing')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const asked = useAsked(['tracing', 'order', number], (signal) => traceOrder({ params: { number } }, { signal }))
  return (
    <Loaded of={asked}>
      {(trace) => (
        <div className="space-y-4">
          <h2 className="text-title font-semibold">{t('orderTitle', { number: trace.number })}</h2>
          {trace.dishes.map((dish) => (
            <Card as="section" key={`${dish.dishId} ${dish.serviceDate} ${dish.period}`}>
              <h3 className="font-semibold">
                {say(dish.dish)} · {day(dish.serviceDate, locale)} {t(`ui:period.${dish.period}`)} ·{' '}
                {t('portionCount', { count: dish.portions })}
              </h3>
              {dish.batches.length === 0 && <p className="text-ink-2">{t('notCooked')}</p>}
              {dish.batches.map((batch) => (
                <ul key={batch.id} className="mt-2 divide-y divide-line border-y border-line">
                  {batch.lots.map((lot) => (
                    <li key={lot.lotId} className="flex flex-wrap justify-between gap-x-3 py-1.5">
                      <Link className="text-brand-700 underline" to={`/console/procurement/tracing?lot=${lot.lotId}`}>
                        {say(lot.ingredient)} · {lot.code}
                      </Link>
                      <span className="figures text-ink-2">
                        {lot.supplier && `${say(lot.supplier)} · `}
                        {fullDate(lot.expiresOn, locale)} · {quantity(lot.quantity, lot.unit)}{' '}
                        {lot.blocked && <Tag kind="danger">{buying('expiry.blocked')}</Tag>}
                      </span>
                    </li>
                  ))}
                </ul>
              ))}
            </Card>
          ))}
          <p className="text-caption text-ink-2">{t('took', { ms: count(trace.tookMs, locale) })}</p>
        </div>
      )}
    </Loaded>
  )
}
