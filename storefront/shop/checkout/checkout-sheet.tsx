import { useTranslation } from '../../i18n/use-translation'
import { useLocale } from '../../i18n/use-locale'
import { Sheet } from '../../ui/sheet'
import { Loading, Skeleton } from '../../ui/states'
import { CheckoutFields } from './checkout-fields'
import { ConfirmButton } from './confirm-button'
import { PayerLines } from './payer-lines'
import { QuoteBookings } from './quote-bookings'
import { QuoteLines } from './quote-lines'
import { type CheckoutWish, useCheckout } from './use-checkout'

/** One sheet from the basket to paying: where and when (chosen already), who, and a button with the amount. */
export function CheckoutSheet({ onClose, ...wish }: CheckoutWish & { readonly onClose: () => void }) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const checkout = useCheckout(wish)
  const { place, lines, bookings, quote, error } = checkout
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('checkout.title')}
      description={`${say(place.community)} ${say(place.building)} · ${say(place.point)}`}
      footer={<ConfirmButton form="checkout" checkout={checkout} />}
    >
      {quote ? (
        <>
          <QuoteBookings quote={quote} bookings={bookings} />
          <QuoteLines quote={quote} place={place} lines={lines} />
          <PayerLines {...quote} ask />
        </>
      ) : (
        !error && (
          <Loading>
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-5 w-full" />
            <Skeleton className="h-5 w-full" />
          </Loading>
        )
      )}
      <CheckoutFields id="checkout" checkout={checkout} />
    </Sheet>
  )
}
