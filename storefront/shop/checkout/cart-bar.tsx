import { ShoppingBag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Place } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useCartBookings } from '../bookings/cart-bookings'
import { useCart } from '../cart'
import { priceFor, usePayer } from './choose-payer'
import { CheckoutSheet } from './checkout-sheet'

/** What is in the basket, always in sight, and the way to pay for it. */
export function CartBar({ place, onStale }: { readonly place: Place; readonly onStale: () => void }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const lines = useCart(place.communityId)
  const bookings = useCartBookings()
  const [open, setOpen] = useState(false)
  const { payWith } = usePayer()
  const count = lines.reduce((sum, line) => sum + line.quantity, bookings.length)
  const booked = bookings.reduce((sum, { priceMinor }) => sum + priceMinor, 0)
  const total = lines.reduce((sum, line) => sum + line.quantity * priceFor(payWith, line), booked)
  if (count === 0) return null
  return (
    <>
      <div className="pointer-events-none fixed inset-x-0 bottom-[calc(64px+env(safe-area-inset-bottom))] z-10 mx-auto max-w-160 px-4 md:bottom-6">
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="pointer-events-auto flex min-h-14 w-full items-center justify-between gap-3 rounded-card bg-toast px-5 py-2 text-white shadow-float hover:bg-black"
        >
          <span className="flex items-center gap-2">
            <ShoppingBag size={21} aria-hidden />
            {t('cart.count', { count })}
          </span>
          <b className="figures text-right">
            {money(total, place.currency, locale)} · {t('cart.checkout')}
          </b>
        </button>
      </div>
      {open && (
        <CheckoutSheet
          place={place}
          lines={lines}
          bookings={bookings}
          onClose={() => setOpen(false)}
          onStale={onStale}
        />
      )}
    </>
  )
}
