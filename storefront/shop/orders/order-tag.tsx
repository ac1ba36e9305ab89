import { useTranslation } from '../../i18n/use-translation'
import type { Order, OrderGroup } from '../../api/store'
import { Tag } from '../../ui/tag'

const KINDS: Readonly<Record<OrderGroup['status'], 'neutral' | 'brand' | 'warn' | 'danger' | 'info'>> = {
  awaiting_payment: 'warn',
  placed: 'brand',
  cooking: 'brand',
  ready: 'brand',
  on_the_way: 'info',
  delivered: 'neutral',
  failed: 'danger',
  cancelled: 'neutral',
}

/** How far an order is, in a word: its state as a whole, or that of the meal that is least far. */
export function OrderTag({ order }: { readonly order: Order }) {
  const { t } = useTranslation('shop')
  if (order.status === 'cancelled' || order.status === 'expired') return <Tag>{t(`orderStatus.${order.status}`)}</Tag>
  if (order.status === 'awaiting_payment') return <Tag kind="warn">{t('status.awaiting_payment')}</Tag>
  const open = order.groups.find(({ status }) => status !== 'delivered' && status !== 'cancelled')
  const status = open?.status ?? order.groups[0]?.status ?? 'placed'
  return <Tag kind={KINDS[status]}>{t(`status.${status}`)}</Tag>
}
