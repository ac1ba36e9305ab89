import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { type Booking, cancelBooking } from '../../api/bookings'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'

/** Cancels a booking, or some of a party, after showing what it costs now. */
export function CancelBooking({
  booking,
  onCancelled,
}: {
  readonly booking: Booking
  readonly onCancelled: () => void
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const [open, setOpen] = useState(false)
  const [quantity, setQuantity] = useState(booking.quantity)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const part = (minor: number) => money(Math.round((minor * quantity) / booking.quantity), booking.currency, locale)
  const { feeMinor, refundMinor } = booking.cancelling
  const cancel = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await cancelBooking({ params: { bookingId: booking.id }, body: { quantity } }, { key })
      onCancelled()
      setOpen(false)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
      setKey(crypto.randomUUID())
    }
  }
  return (
    <>
      <Button
        kind="danger"
        onClick={() => {
          setQuantity(booking.quantity)
          setOpen(true)
        }}
      >
        {t('booking.cancel')}
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        place="dialog"
        title={t('booking.cancelTitle')}
        description={t('booking.cancelText', { fee: part(feeMinor), back: part(refundMinor) })}
      >
        <div className="mt-2 space-y-3">
          {booking.quantity > 1 && booking.kind !== 'service_slot' && (
            <TextField
              label={t('booking.cancelCount')}
              type="number"
              min={1}
              max={booking.quantity}
              value={quantity}
              onChange={({ target }) => setQuantity(Math.min(booking.quantity, Math.max(1, Number(target.value))))}
            />
          )}
          {error !== undefined && <Problems error={error} />}
          <Button kind="danger" size="large" wide busy={busy} onClick={() => void cancel()}>
            {t('booking.cancelConfirm')}
          </Button>
          <Button kind="quiet" wide onClick={() => setOpen(false)}>
            {t('booking.keep')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
