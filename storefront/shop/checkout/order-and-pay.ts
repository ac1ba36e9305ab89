import { problemOf } from '../../api/problem'
import { beGuest } from '../../api/session'
import { type Order, placeOrder, startPayment } from '../../api/store'
import type { BookingWish } from '../bookings/cart-bookings'
import { type Contact, plainPhone, rememberContact } from './contact'

export interface Purchase {
  readonly servicePointId: string
  readonly items: readonly { readonly offerId: string; readonly quantity: number }[]
  readonly bookings: readonly BookingWish[]
  readonly contact: Contact
  readonly note: string
  /** Declared allergens taken all the same, by offer. */
  readonly acknowledged: readonly { readonly offerId: string; readonly codes: readonly string[] }[]
  /** The slots chosen, by meal. */
  readonly slots: readonly { readonly menuDayId: string; readonly from: string }[]
  /** What the person saw; the server refuses another total. */
  readonly totalMinor: number
  /** What of it they saw as their own part; another one is refused too. */
  readonly dueMinor: number
  readonly payWith: 'company' | 'private'
  /** Whose meal it is, where it is not one's own. */
  readonly forPersonId?: string | undefined
  /** Somebody is logged in, or was a guest here before. */
  readonly known: boolean
  /** Names this purchase: pressed twice, or sent twice, it is one order. */
  readonly key: string
}

/**
 * Takes the order and starts its payment, where something is left to pay. Gives the address to go to: to pay, or to look at
 * the order. Throws `ApiError`.
 */
export async function orderAndPay(purchase: Purchase): Promise<{ readonly order: Order; readonly payAt: string }> {
  const { servicePointId, items, note, acknowledged, slots, totalMinor, dueMinor, payWith, forPersonId, key } = purchase
  const bookings = [...purchase.bookings]
  const contact = { name: purchase.contact.name.trim(), phone: plainPhone(purchase.contact.phone) }
  rememberContact(contact)
  const body = {
    servicePointId,
    items: [...items],
    bookings,
    contact,
    note,
    slots: [...slots],
    acknowledged: acknowledged.map(({ offerId, codes }) => ({ offerId, codes: [...codes] })),
    totalMinor,
    dueMinor,
    payWith,
    ...(forPersonId ? { forPersonId } : {}),
  }
  if (!purchase.known) await beGuest({ body: contact })
  const order = await placeOrder({ body }, { key }).catch(async (error: unknown) => {
    // a session that has run out since the page was loaded
    if (problemOf(error).code !== 'unauthenticated') throw error
    await beGuest({ body: contact })
    return placeOrder({ body }, { key })
  })
  return { order, payAt: order.status === 'placed' ? `/orders/${order.id}` : await addressToPay(order.id) }
}

/** Where an order is paid: our own page, for either provider. */
export async function addressToPay(orderId: string): Promise<string> {
  const payment = await startPayment({ params: { orderId } })
  return `/pay/${payment.intentId}?order=${orderId}`
}
