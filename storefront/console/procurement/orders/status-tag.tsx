import { useTranslation } from '../../../i18n/use-translation'
import type { OrderStatus } from '../../../api/procurement'
import { Tag } from '../../../ui/tag'

const KINDS = {
  proposed: 'warn',
  approved: 'info',
  sent: 'info',
  confirmed: 'brand',
  short: 'danger',
  part_received: 'warn',
  closed: 'neutral',
  cancelled: 'neutral',
} as const

/** Where an order stands, in a word. */
export function StatusTag({ status }: { readonly status: OrderStatus }) {
  const { t } = useTranslation('procurement')
  return <Tag kind={KINDS[status]}>{t(`status.${status}`)}</Tag>
}
