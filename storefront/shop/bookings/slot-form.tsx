import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Offering } from '../../api/bookings'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/choice'
import { TextArea } from '../../ui/field'
import type { BookingWish } from './cart-bookings'
import { SlotChoice } from './slot-choice'

/** A time of a service, and for health the consent of its own. */
export function SlotForm({
  offering,
  onAdd,
}: {
  readonly offering: Offering
  readonly onAdd: (wish: Omit<BookingWish, 'offeringId'>) => void
}) {
  const { t } = useTranslation('shop')
  const [startsAt, setStart] = useState<string>()
  const [consent, setConsent] = useState(false)
  const [note, setNote] = useState('')
  const missing = !startsAt
    ? t('booking.chooseTime')
    : offering.isHealth && !consent
      ? t('booking.consentFirst')
      : undefined
  return (
    <>
      <SlotChoice offering={offering} chosen={startsAt} onChoose={setStart} />
      {offering.isHealth && (
        <section className="rounded-card border border-line bg-surface p-4">
          <Checkbox
            label={t('booking.consent')}
            hint={t('booking.consentHint')}
            checked={consent}
            onChange={({ target }) => setConsent(target.checked)}
          />
          {consent && (
            <TextArea
              label={t('booking.healthNote')}
              hint={t('booking.healthNoteHint')}
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </section>
      )}
      <Button
        size="large"
        wide
        disabledBecause={missing}
        onClick={() => startsAt && onAdd({ startsAt, consent, note: consent ? note : '' })}
      >
        {t('booking.add')}
      </Button>
    </>
  )
}
