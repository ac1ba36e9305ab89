import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { Link, useLoaderData } from 'react-router'
import { type Order, type OrderStatus, showOrder } from '../../api/store'
import { useStream } from '../../api/use-stream'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { LiveMark } from '../../ui/live-mark'
import { loading } from '../loading'
import { useFresh } from '../use-fresh'
import { usePageTitle } from '../page-title'
import { OwnFapiao } from '../fapiao/own-fapiao'
import { PayerLines } from '../checkout/payer-lines'
import { BookedCard } from './booked-card'
import { CancelOrder } from './cancel-order'
import { changeable } from './change/meals'
import { ChangeOrder } from './change-order'
import { GroupProgress } from './group-progress'
import { PayFirst } from './pay-first'
import { type Reached, reach } from './progress'
import { SomethingWrong } from './something-wrong'
import { useDelivery } from './use-delivery'

/** The stream tells of every change; this often the order is asked for all the same, should an answer have got lost. */
const CHECK_MS = 20_000

export const loadOrder = loading(
  ({ visitor: { fetcher }, params, signal }): Promise<Order> =>
    showOrder({ params: { orderId: params['orderId'] ?? '' } }, { fetcher, signal }),
)

/** One order, live: how far it is, the code for the hand-over, and what can still be done. */
export function OrderPage() {
  const loaded = useLoaderData<Order>()
  const ask = (signal: AbortSignal) => showOrder({ params: { orderId: loaded.id } }, { signal })
  const { data: order, refresh } = useFresh(loaded, ask, CHECK_MS)
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const [reached, setReached] = useState<Reached>({})
  const [told, setTold] = useState<Readonly<Record<string, { status: OrderStatus['status']; version: number }>>>({})
  const [news, setNews] = useState(0)
  const delivery = useDelivery(order, news)
  const { place } = order
  const toChange = changeable(order)
  usePageTitle(t('order.title', { number: order.number }))

  // from the first event on, because the times of the steps are told nowhere else
  const live = useStream(`/api/store/orders/${order.id}/stream`, {
    from: 0,
    on: {
      status: (data, version) => {
        const event = data as OrderStatus
        setReached((was) => reach(was, event))
        setTold((was) => ({ ...was, [event.groupId]: { status: event.status, version } }))
        // what else changes with a status (code, refund, what may be done) is the server's to say
        if (version > order.version) refresh()
      },
      // a dish ran out: another comes in its place, or its money went back
      substituted: (_, version) => version > order.version && refresh(),
      refund: (_, version) => version > order.version && refresh(),
      delivery: (_, version) => {
        if (version > order.version) setNews((count) => count + 1)
      },
    },
  })

  return (
    <div className="mx-auto max-w-160 px-4">
      <div className="flex items-baseline justify-between gap-3 pt-5 pb-3">
        <h1 className="text-headline font-bold">{t('order.title', { number: order.number })}</h1>
        <LiveMark state={live.state} ageSeconds={live.ageSeconds} />
      </div>
      <div className="space-y-3">
        {order.status === 'awaiting_payment' && <PayFirst order={order} onChanged={refresh} />}
        {(order.status === 'cancelled' || order.status === 'expired') && (
          <output className="block rounded-card border border-line bg-surface p-4">
            <b className="block">{t(`orderStatus.${order.status}`)}</b>
            {order.refund !== 'none' &&
              t(`refund.${order.refund}`, { amount: money(order.refundedMinor, order.currency, locale) })}
          </output>
        )}
        {order.groups.map((group) => {
          const newer = told[group.id]
          // the stream is ahead of the order while that is asked for
          const status = newer && newer.version > order.version ? newer.status : group.status
          return (
            <GroupProgress
              key={group.id}
              order={order}
              group={{ ...group, status }}
              reached={reached[group.id] ?? {}}
              delivery={delivery[group.id]}
              onChanged={() => {
                refresh()
                setNews((count) => count + 1)
              }}
            />
          )
        })}
        {order.bookings.map((booking) => (
          <BookedCard key={booking.id} order={order} booking={booking} />
        ))}
        <dl className="rounded-card border border-line bg-surface p-4">
          <Fact label={t('order.place')}>
            {say(place.community)} {say(place.building)} · {say(place.point)}
          </Fact>
          <Fact label={t('order.contact')}>
            {order.contact.name} <span className="figures">{order.contact.phone}</span>
          </Fact>
          {order.note && <Fact label={t('checkout.note')}>{order.note}</Fact>}
          {order.feeMinor > 0 && <Fact label={t('checkout.fee')}>{money(order.feeMinor, order.currency, locale)}</Fact>}
          <Fact label={t('checkout.total')}>
            <b className="figures">{money(order.totalMinor, order.currency, locale)}</b>
          </Fact>
          <PayerLines {...order} />
        </dl>
        {order.status !== 'awaiting_payment' && <OwnFapiao order={order} />}
        <div className="flex flex-wrap items-center justify-between gap-2">
          <SomethingWrong order={order} />
          <span className="flex flex-wrap gap-2">
            {toChange.length > 0 && <ChangeOrder key={order.id} order={order} groups={toChange} onStale={refresh} />}
            {order.cancellable && <CancelOrder order={order} onCancelled={refresh} />}
          </span>
        </div>
        <Link to="/orders" className="inline-flex min-h-target items-center text-brand-700 underline">
          {t('order.all')}
        </Link>
      </div>
    </div>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex justify-between gap-4 py-1">
      <dt className="shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 text-right break-words">{children}</dd>
    </div>
  )
}
