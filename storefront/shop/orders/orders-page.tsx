import { Receipt } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { Link, useLoaderData } from 'react-router'
import { problemOf } from '../../api/problem'
import { listOrders, type Order } from '../../api/store'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { buttonLook } from '../../ui/button'
import { DishArt } from '../../ui/dish-art'
import { EmptyState } from '../../ui/states'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { OrderTag } from './order-tag'

/** The caller's orders; nobody in particular has none. */
export const loadOrders = loading(
  async ({ visitor: { fetcher }, signal }): Promise<{ orders: Order[]; known: boolean }> => {
    const known = ({ orders }: { orders: Order[] }) => ({ orders, known: true })
    return listOrders({ query: {} }, { fetcher, signal }).then(known, (error: unknown) => {
      if (problemOf(error).status === 401) return { orders: [], known: false }
      throw error
    })
  },
)

/** What was ordered, newest first. */
export function OrdersPage() {
  const { orders, known } = useLoaderData<Awaited<ReturnType<typeof loadOrders>>>()
  const { t } = useTranslation('shop')
  usePageTitle(t('orders.title'))
  return (
    <div className="mx-auto max-w-160 px-4">
      <h1 className="pt-5 pb-3 text-headline font-bold">{t('orders.title')}</h1>
      {orders.length > 0 ? (
        <ul className="space-y-3">
          {orders.map((order) => (
            <li key={order.id}>
              <OrderCard order={order} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<Receipt size={28} />}
          title={t('orders.none')}
          text={t(known ? 'orders.noneText' : 'orders.noneHere')}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              <Link to="/" className={buttonLook({ kind: 'primary' })}>
                {t('orders.toMenu')}
              </Link>
              {!known && (
                <a href="/login?next=/orders" className={buttonLook({ kind: 'secondary' })}>
                  {t('me.logIn')}
                </a>
              )}
            </span>
          }
        />
      )}
    </div>
  )
}

function OrderCard({ order }: { readonly order: Order }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const lines = order.groups.flatMap((group) => group.lines)
  const [group] = order.groups
  const [line] = lines
  const names = lines.map(({ name, quantity }) => `${say(name)} ×${quantity}`).join(t('dish.comma'))
  return (
    <Link
      to={`/orders/${order.id}`}
      className="flex gap-3 rounded-card border border-line bg-surface p-3 hover:border-control active:bg-brand-50"
    >
      {line && (
        <span className="size-16 shrink-0 self-start overflow-hidden rounded-[10px]">
          <DishArt art={line.art} seed={line.dishId} />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-start justify-between gap-2">
          <span className="font-semibold">
            {group && `${day(group.serviceDate, locale)} · ${t(`ui:period.${group.period}`)}`}
          </span>
          <OrderTag order={order} />
        </span>
        <span className="line-clamp-2 text-secondary text-ink-2">{names}</span>
        <span className="mt-1 flex justify-between">
          <span className="text-secondary text-ink-2">{t('orders.number', { number: order.number })}</span>
          <b className="figures">{money(order.totalMinor, order.currency, locale)}</b>
        </span>
      </span>
    </Link>
  )
}
