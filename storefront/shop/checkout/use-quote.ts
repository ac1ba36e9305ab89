import { useEffect, useState } from 'react'
import { type Quote, quote } from '../../api/store'
import type { BookingWish, CartBooking } from '../bookings/cart-bookings'
import type { CartLine } from '../cart'

interface Quoted {
  readonly quote: Quote | undefined
  readonly error: unknown
  /** Asks again, after a price or a dish has changed. */
  readonly again: () => void
}

/** What the basket costs now, asked anew whenever it changes; the last answer stays in sight meanwhile. */
export function useQuote(
  servicePointId: string,
  lines: readonly Pick<CartLine, 'offerId' | 'quantity'>[],
  payWith?: Quote['payWith'],
  forPersonId?: string,
  bookings: readonly CartBooking[] = [],
): Quoted {
  const [answer, setAnswer] = useState<{ quote?: Quote; error?: unknown }>({})
  const [asked, setAsked] = useState(0)
  const items = JSON.stringify(lines.map(({ offerId, quantity }) => ({ offerId, quantity })))
  const wishes = JSON.stringify(bookings.map(({ wish }) => wish))

  const empty = items === '[]' && wishes === '[]'

  // `asked` is there to ask once more for the same basket
  useEffect(() => {
    if (empty) return
    const leaving = new AbortController()
    const body = {
      servicePointId,
      items: JSON.parse(items) as { offerId: string; quantity: number }[],
      bookings: JSON.parse(wishes) as BookingWish[],
      ...(payWith ? { payWith } : {}),
      ...(forPersonId ? { forPersonId } : {}),
    }
    quote({ body }, { signal: leaving.signal }).then(
      (found) => setAnswer({ quote: found }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer((was) => ({ ...was, error }))
      },
    )
    return () => leaving.abort()
  }, [empty, servicePointId, items, wishes, payWith, forPersonId, asked])
  // an empty basket costs nothing, whatever was asked before
  const { quote: found, error } = empty ? {} : answer
  return { quote: found, error, again: () => setAsked((n) => n + 1) }
}
