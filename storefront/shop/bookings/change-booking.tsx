import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { type Booking, changeBooking, type Offering, type OpenPlace, showOffering } from '../../api/bookings'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Loading, Problems } from '../../ui/states'
import { PlaceChoice } from './place-choice'
import { SlotChoice } from './slot-choice'
import { useAsked } from './use-asked'

interface Changing {
  readonly booking: Booking
  readonly onChanged: (bookingId: string) => void
}

/** Moves a booking to another time while that is free. */
export function ChangeBooking(changing: Changing) {
  const { t } = useTranslation('shop')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        {t('booking.change')}
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title={t('booking.change')} description={t('booking.changeText')}>
        <NewTime {...changing} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function NewTime({ booking, onChanged, onDone }: Changing & { readonly onDone: () => void }) {
  const { t } = useTranslation('shop')
  const [startsAt, setStart] = useState<string>()
  const [place, setPlace] = useState<OpenPlace>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const offeringId = booking.offeringId ?? ''
  const asked = useAsked<Offering>(offeringId, (signal) => showOffering({ params: { offeringId } }, { signal }))
  const offering = asked.data
  const move = async () => {
    setBusy(true)
    setError(undefined)
    const body = startsAt ? { startsAt } : { subjectId: place?.id ?? '' }
    try {
      const { id } = await changeBooking({ params: { bookingId: booking.id }, body }, { key })
      onDone()
      onChanged(id)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
      setKey(crypto.randomUUID())
    }
  }
  if (asked.error !== undefined) return <Problems error={asked.error} />
  if (!offering) return <Loading />
  return (
    <div className="space-y-3">
      {offering.kind === 'service_slot' ? (
        <SlotChoice offering={offering} chosen={startsAt} onChoose={setStart} />
      ) : (
        <PlaceChoice offering={offering} chosen={place} onChoose={setPlace} />
      )}
      {error !== undefined && <Problems error={error} />}
      <Button
        size="large"
        wide
        busy={busy}
        disabledBecause={startsAt || place ? undefined : t('booking.chooseTime')}
        onClick={() => void move()}
      >
        {t('booking.changeConfirm')}
      </Button>
    </div>
  )
}
