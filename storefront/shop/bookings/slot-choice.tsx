import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { listSlots, type Offering } from '../../api/bookings'
import { dateIn, time } from '../../i18n/format'
import { EmptyState, Loading, Problems } from '../../ui/states'
import { DayChips } from './day-chips'
import { useAsked } from './use-asked'
import { daysLater } from './when'

/** How far ahead is looked at once. */
const AHEAD_DAYS = 20

/** A calendar strip and the free times of its day. */
export function SlotChoice({
  offering,
  chosen,
  onChoose,
}: {
  readonly offering: Pick<Offering, 'id' | 'today' | 'zone'>
  readonly chosen: string | undefined
  readonly onChoose: (startsAt: string) => void
}) {
  const { t } = useTranslation('shop')
  const { id: offeringId, today, zone } = offering
  const { data, error } = useAsked(`${offeringId} ${today}`, (signal) =>
    listSlots({ params: { offeringId }, query: { from: today, to: daysLater(today, AHEAD_DAYS) } }, { signal }),
  )
  const [asked, setDate] = useState<string>()
  if (error !== undefined) return <Problems error={error} />
  if (!data) return <Loading />
  const days = [...new Set(data.starts.map((start) => dateIn(start, zone)))]
  const date = asked ?? days[0]
  const starts = data.starts.filter((start) => dateIn(start, zone) === date)
  if (days.length === 0) return <EmptyState title={t('booking.full')} text={t('booking.fullText')} />
  return (
    <>
      <DayChips days={days} chosen={date} today={today} onChoose={setDate} />
      <fieldset className="mt-3">
        <legend className="sr-only">{t('booking.times')}</legend>
        <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
          {starts.map((start) => (
            <button
              key={start}
              type="button"
              aria-pressed={start === chosen}
              onClick={() => onChoose(start)}
              className="figures min-h-target rounded-control border border-control bg-surface aria-pressed:border-brand-600 aria-pressed:bg-brand-600 aria-pressed:text-white"
            >
              {time(start, zone)}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  )
}
