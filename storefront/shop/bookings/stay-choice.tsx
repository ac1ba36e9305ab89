import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { listRooms, type Offering, type Room } from '../../api/bookings'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Loading, Problems } from '../../ui/states'
import { useAsked } from './use-asked'
import { daysLater } from './when'

export interface Stay {
  readonly room: Room
  readonly from: string
  readonly to: string
  readonly guests: number
  readonly rooms: number
}

/** A house searched by its dates: what each kind of room costs for the whole stay. */
export function StayChoice({
  offering,
  onChoose,
}: {
  readonly offering: Pick<Offering, 'id' | 'today' | 'currency'>
  readonly onChoose: (stay: Stay) => void
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { id: offeringId, today, currency } = offering
  const [from, setFrom] = useState(daysLater(today, 1))
  const [to, setTo] = useState(daysLater(today, 3))
  const [guests, setGuests] = useState(2)
  const [rooms, setRooms] = useState(1)
  const { data, error } = useAsked(`${from} ${to} ${rooms}`, (signal) =>
    listRooms({ params: { offeringId }, query: { from, to, rooms } }, { signal }),
  )
  return (
    <>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField
          label={t('booking.arrive')}
          type="date"
          min={today}
          value={from}
          onChange={({ target: { value } }) => {
            setFrom(value)
            if (value >= to) setTo(daysLater(value, 1))
          }}
        />
        <TextField
          label={t('booking.leave')}
          type="date"
          min={daysLater(from, 1)}
          value={to}
          onChange={({ target: { value } }) => setTo(value)}
        />
        <TextField
          label={t('booking.guests')}
          type="number"
          min={1}
          max={20}
          value={guests}
          onChange={({ target }) => setGuests(Math.max(1, Number(target.value)))}
        />
        <TextField
          label={t('booking.rooms')}
          type="number"
          min={1}
          max={8}
          value={rooms}
          onChange={({ target }) => setRooms(Math.max(1, Number(target.value)))}
        />
      </div>
      {error !== undefined && <Problems error={error} />}
      {!data && error === undefined && <Loading />}
      <ul className="mt-3 space-y-3">
        {data?.rooms.map((room) => {
          const fits = guests <= room.sleeps * rooms
          const free = room.priceMinor !== null && room.left >= rooms
          const why = !fits ? t('booking.tooMany', { count: room.sleeps * rooms }) : t('booking.noRoom')
          return (
            <li
              key={room.id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface p-4"
            >
              <span>
                <b className="block">{say(room.name)}</b>
                <span className="block text-secondary text-ink-2">
                  {t('booking.sleeps', { count: room.sleeps })} · {room.checkIn}–{room.checkOut} ·{' '}
                  {t('booking.left', { count: room.left })}
                </span>
              </span>
              <span className="flex items-center gap-3">
                {room.priceMinor !== null && <b className="figures">{money(room.priceMinor, currency, locale)}</b>}
                <Button
                  disabledBecause={fits && free ? undefined : why}
                  onClick={() => onChoose({ room, from, to, guests, rooms })}
                >
                  {t('booking.add')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
