import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { listOpenPlaces, type Offering, type OpenPlace } from '../../api/bookings'
import { dateIn, money, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { EmptyState, Loading, Problems } from '../../ui/states'
import { Tag } from '../../ui/tag'
import { DayChips } from './day-chips'
import { useAsked } from './use-asked'
import { WaitButton } from './wait-button'
import { daysLater, when } from './when'

const AHEAD_DAYS = 30

/** Departures, entries, harvests or pick-up times, by day. */
export function PlaceChoice({
  offering,
  chosen,
  onChoose,
}: {
  readonly offering: Pick<Offering, 'id' | 'today' | 'zone' | 'currency'>
  readonly chosen: OpenPlace | undefined
  readonly onChoose: (place: OpenPlace) => void
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { id: offeringId, today, zone, currency } = offering
  const { data, error } = useAsked(`${offeringId} ${today}`, (signal) =>
    listOpenPlaces({ params: { offeringId }, query: { from: today, to: daysLater(today, AHEAD_DAYS) } }, { signal }),
  )
  const [asked, setDate] = useState<string>()
  if (error !== undefined) return <Problems error={error} />
  if (!data) return <Loading />
  const days = [...new Set(data.places.map(({ startsAt }) => dateIn(startsAt, zone)))]
  const date = asked ?? days[0]
  const places = data.places.filter(({ startsAt }) => dateIn(startsAt, zone) === date)
  const soldOut = places.find(({ left }) => left === 0)
  if (days.length === 0) return <EmptyState title={t('booking.full')} text={t('booking.fullText')} />
  return (
    <>
      <DayChips days={days} chosen={date} today={today} onChoose={setDate} />
      <fieldset className="mt-3 grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">{t('booking.times')}</legend>
        {places.map((place) => (
          <button
            key={place.id}
            type="button"
            disabled={place.left === 0}
            aria-pressed={place.id === chosen?.id}
            onClick={() => onChoose(place)}
            className="flex min-h-target items-center justify-between gap-3 rounded-card border border-control bg-surface px-4 py-2 text-left disabled:border-line disabled:text-ink-2 aria-pressed:border-brand-600 aria-pressed:bg-brand-50"
          >
            <span className="min-w-0">
              <b className="figures block">{when({ ...place, zone }, locale)}</b>
              {place.leader && <span className="block">{say(place.leader)}</span>}
              <span className="block text-secondary text-ink-2">
                {t('booking.closes', {
                  time: `${dateIn(place.closesAt, zone).slice(5)} ${time(place.closesAt, zone)}`,
                })}
              </span>
            </span>
            <span className="shrink-0 text-right">
              <b className="figures block">{money(place.priceMinor, currency, locale)}</b>
              {place.left === 0 ? (
                <Tag>{t('booking.soldOut')}</Tag>
              ) : place.sold < place.minimum ? (
                <Tag kind="info">{t('booking.minimum', { count: place.minimum - place.sold })}</Tag>
              ) : (
                <span className="text-secondary text-ink-2">{t('booking.left', { count: place.left })}</span>
              )}
            </span>
          </button>
        ))}
      </fieldset>
      {soldOut && (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <span className="text-secondary text-ink-2">{when({ ...soldOut, zone }, locale)}</span>
          <WaitButton offeringId={offeringId} placeId={soldOut.id} />
        </p>
      )}
    </>
  )
}
