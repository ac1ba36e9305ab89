import { useState } from 'react'
import { type Calendar, type DeskBooking, noShow, weigh } from '../../api/provider'
import { dateIn, day, grams, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Tag } from '../../ui/tag'

const KIND = {
  held: 'warn',
  confirmed: 'brand',
  completed: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
  no_show: 'danger',
} as const

/** Who comes, in order of time, and what there is to do about each. */
export function BookingList({
  calendar: { provider, bookings, now },
  onDone,
}: {
  readonly calendar: Calendar
  readonly onDone: () => void
}) {
  const { t } = useTranslation('provider')
  const { locale, say } = useLocale()
  const [weighing, setWeighing] = useState<DeskBooking>()
  const params = (bookingId: string) => ({ providerId: provider.id, bookingId })
  return (
    <section aria-label={t('comes')} className="rounded-card border border-line bg-surface p-3">
      <h2 className="font-semibold">{t('comes')}</h2>
      {bookings.length === 0 && <p className="text-ink-2">{t('nobody')}</p>}
      <ul className="divide-y divide-line">
        {bookings.map((booking) => (
          <li key={booking.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="figures">
                {day(dateIn(booking.startsAt, provider.zone), locale)} {time(booking.startsAt, provider.zone)}
              </span>{' '}
              <b>{booking.guest}</b> {booking.quantity > 1 && <span className="figures">×{booking.quantity}</span>}{' '}
              <Tag kind={KIND[booking.status]}>{t(`status.${booking.status}`)}</Tag>
              <span className="block text-secondary text-ink-2">
                {say(booking.name)} · {booking.phone}
                {booking.options.length > 0 && ` · ${booking.options.map(say).join(' / ')}`}
                {booking.party.length > 0 && ` · ${booking.party.join(' / ')}`}
                {booking.weighedGrams !== null && ` · ${grams(booking.weighedGrams, locale)}`}
              </span>
              {booking.note && <span className="block text-secondary text-info">{booking.note}</span>}
            </span>
            {booking.status === 'confirmed' && (
              <span className="flex gap-2">
                {booking.orderedGrams !== null && booking.weighedGrams === null && (
                  <Button kind="secondary" onClick={() => setWeighing(booking)}>
                    {t('weigh.open')}
                  </Button>
                )}
                {booking.startsAt <= now && (
                  <Button kind="quiet" onClick={() => void noShow({ params: params(booking.id) }).then(onDone)}>
                    {t('noShow')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {weighing && (
        <Weigh
          booking={weighing}
          onSubmit={async (weighed, key) => {
            await weigh({ params: params(weighing.id), body: { grams: weighed } }, { key })
            onDone()
          }}
          onClose={() => setWeighing(undefined)}
        />
      )}
    </section>
  )
}

function Weigh({
  booking: { guest, orderedGrams },
  onSubmit,
  onClose,
}: {
  readonly booking: DeskBooking
  readonly onSubmit: (grams: number, key: string) => Promise<void>
  readonly onClose: () => void
}) {
  const { t } = useTranslation('provider')
  const { locale } = useLocale()
  const [weighed, setWeighed] = useState(String(orderedGrams ?? ''))
  return (
    <FormSheet
      title={t('weigh.title', { guest })}
      description={t('weigh.text', { ordered: grams(orderedGrams ?? 0, locale) })}
      submit={t('weigh.submit')}
      onSubmit={(key) => onSubmit(Number(weighed), key)}
      onClose={onClose}
    >
      <TextField
        label={t('weigh.grams')}
        type="number"
        min={1}
        required
        value={weighed}
        onChange={({ target }) => setWeighed(target.value)}
      />
    </FormSheet>
  )
}
