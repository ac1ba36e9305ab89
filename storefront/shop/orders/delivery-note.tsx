import { Archive, Bike, ClockAlert, type LucideIcon, PhoneCall } from 'lucide-react'
import type { GroupDelivery } from '../../api/store'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { type DeliveryWord, noteOf } from './note-of'

const LOOKS: Readonly<Record<DeliveryWord, { readonly Icon: LucideIcon; readonly look: string }>> = {
  late: { Icon: ClockAlert, look: 'bg-warn-50 text-warn' },
  onTheWay: { Icon: Bike, look: 'bg-info-50 text-info' },
  held: { Icon: PhoneCall, look: 'bg-warn-50 text-warn' },
  stored: { Icon: Archive, look: 'bg-brand-50 text-brand-800' },
}

/** Where the food is: on the way, late before anybody notices, waiting in a locker, or to be talked about. */
export function DeliveryNote({ delivery, zone }: { readonly delivery: GroupDelivery; readonly zone: string }) {
  const { t } = useTranslation('shop')
  const note = noteOf(delivery)
  if (!note) return null
  const { Icon, look } = LOOKS[note]
  const { eta, windowTo, stopsBefore, compartment, fetchBy } = delivery
  const clock = (instant: string | null) => (instant ? time(instant, zone) : '')
  return (
    <output className={`mt-3 flex items-start gap-3 rounded-control px-4 py-2 ${look}`}>
      <Icon size={20} aria-hidden className="mt-0.5 shrink-0" />
      <span className="figures">
        <b className="block">{t(`delivery.${note}`, { time: clock(eta), number: compartment ?? '' })}</b>
        {note === 'late' && t('delivery.lateText', { time: clock(windowTo) })}
        {note === 'onTheWay' && stopsBefore !== null && t('delivery.before', { count: stopsBefore })}
        {note === 'stored' && compartment !== null && `${t('delivery.compartment', { number: compartment })} `}
        {note === 'stored' && fetchBy && t('delivery.fetchBy', { time: clock(fetchBy) })}
        {note === 'held' && t('delivery.heldText')}
      </span>
    </output>
  )
}
