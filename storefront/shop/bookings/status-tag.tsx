import { useTranslation } from '../../i18n/use-translation'
import type { Booking } from '../../api/bookings'
import { Tag } from '../../ui/tag'

const KIND = {
  held: 'warn',
  confirmed: 'brand',
  completed: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
  no_show: 'danger',
} as const

/** How a booking stands, in a word. */
export function StatusTag({ status }: Pick<Booking, 'status'>) {
  const { t } = useTranslation('shop')
  return <Tag kind={KIND[status]}>{t(`bookingStatus.${status}`)}</Tag>
}
