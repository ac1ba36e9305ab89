import { useState } from 'react'
import { type Calendar, type DeskBooking, moveBooking } from '../../api/provider'
import { dateIn, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { instantOn } from './wall-time'

/** Moves a slot by its menu: another day, another hour, somebody else. */
export function MoveSheet({
  calendar: { provider, resources, uses },
  booking,
  onDone,
  onClose,
}: {
  readonly calendar: Calendar
  readonly booking: DeskBooking
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('provider')
  const { say } = useLocale()
  const [date, setDate] = useState(dateIn(booking.startsAt, provider.zone))
  const [at, setAt] = useState(time(booking.startsAt, provider.zone))
  const [resourceId, setResource] = useState('')
  const held = new Set(uses.filter(({ id }) => id === booking.id).map((use) => use.resourceId))
  const move = async (key: string) => {
    const startsAt = instantOn(date, at, provider.zone)
    const params = { providerId: provider.id, bookingId: booking.id }
    await moveBooking({ params, body: { startsAt, ...(resourceId ? { resourceId } : {}) } }, { key })
    onDone()
  }
  return (
    <FormSheet
      title={t('move.title', { guest: booking.guest })}
      description={`${say(booking.name)} · ${booking.phone}`}
      submit={t('move.submit')}
      onSubmit={move}
      onClose={onClose}
    >
      {booking.note && (
        <p className="rounded-control bg-info-50 p-2 text-info">
          {t('note')}: {booking.note}
        </p>
      )}
      <TextField label={t('date')} type="date" required value={date} onChange={({ target }) => setDate(target.value)} />
      <TextField label={t('time')} type="time" required value={at} onChange={({ target }) => setAt(target.value)} />
      <Select label={t('move.to')} value={resourceId} onChange={({ target }) => setResource(target.value)}>
        <option value="">{t('move.same')}</option>
        {resources
          .filter(({ id }) => !held.has(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
      </Select>
    </FormSheet>
  )
}
