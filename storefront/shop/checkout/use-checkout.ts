import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { problemOf } from '../../api/problem'
import type { Place, Quote } from '../../api/store'
import { type CartBooking, emptyBookings } from '../bookings/cart-bookings'
import { type CartLine, emptyCart } from '../cart'
import { useShop } from '../frame'
import { type AllTheSame, hitItems } from './allergy-check'
import { usePayer } from './choose-payer'
import { contactProblems, rememberedContact } from './contact'
import { orderAndPay } from './order-and-pay'
import { type ChosenSlots, slotsToOrder } from './slot-picker'
import { useQuote } from './use-quote'

/** Refusals after which what was seen is out of date. */
const STALE = new Set([
  'quote_changed',
  'budget_exhausted',
  'purse_short',
  'not_employed',
  'grant_used',
  'proxy_not_agreed',
  'sold_out',
  'cutoff_passed',
  'slot_gone',
  'not_found',
  'not_deliverable',
  'allergen_declared',
])

export interface CheckoutWish {
  readonly place: Place
  readonly lines: readonly CartLine[]
  /** What is booked with the meals. */
  readonly bookings?: readonly CartBooking[]
  /** The menu behind it is out of date. */
  readonly onStale: () => void
}

export type Checkout = ReturnType<typeof useCheckout>

/** Everything between a basket and its order: the quote, who it is for, and one act that orders and pays. */
export function useCheckout({ place, lines, bookings = [], onStale }: CheckoutWish) {
  const navigate = useNavigate()
  const { me } = useShop()
  const payer = usePayer()
  const [forPersonId, setForPerson] = useState<string>()
  // a relative's meal is nobody's company's
  const payWith = payer.employed ? (forPersonId ? 'private' : payer.payWith) : undefined
  const { quote, error, again } = useQuote(place.servicePointId, lines, payWith, forPersonId, bookings)
  const [contact, setContact] = useState(() => {
    const kept = rememberedContact()
    return { ...kept, name: kept.name || (me?.name ?? '') }
  })
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<ChosenSlots>({})
  const [agreed, setAgreed] = useState<AllTheSame>(new Set())
  const [touched, setTouched] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const [outdated, setOutdated] = useState<Quote>()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const wrong = contactProblems(contact)

  const pay = async (seen: Quote) => {
    setBusy(true)
    setRefusal(undefined)
    setOutdated(undefined)
    const wish = {
      servicePointId: place.servicePointId,
      items: lines.map(({ offerId, quantity }) => ({ offerId, quantity })),
      bookings: bookings.map(({ wish }) => wish),
      contact,
      note,
      totalMinor: seen.totalMinor,
      dueMinor: seen.dueMinor,
      payWith: seen.payWith,
      forPersonId,
      slots: slotsToOrder(seen, chosen),
      acknowledged: hitItems(seen)
        .filter(({ offerId }) => agreed.has(offerId))
        .map(({ offerId, hits }) => ({ offerId, codes: hits })),
    }
    try {
      const { payAt } = await orderAndPay({ ...wish, known: me !== null, key })
      emptyCart()
      if (bookings.length > 0) emptyBookings()
      await navigate(payAt)
    } catch (problem) {
      setRefusal(problem)
      const { code, status } = problemOf(problem)
      // a refused purchase is over; one without an answer may have happened and is sent again as the same
      if (status > 0 && status < 500) setKey(crypto.randomUUID())
      if (STALE.has(code)) {
        if (code === 'quote_changed') setOutdated(seen)
        again()
        onStale()
      }
    } finally {
      setBusy(false)
    }
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTouched(true)
    if (wrong.name || wrong.phone) {
      event.currentTarget.querySelector<HTMLInputElement>(`input[name=${wrong.name ? 'name' : 'tel'}]`)?.focus()
      return
    }
    if (quote && !busy) void pay(quote)
  }

  return {
    place,
    lines,
    bookings,
    me,
    payer,
    quote,
    error,
    refusal,
    busy,
    submit,
    /** What was agreed to before the price changed; the newest quote is beside it. */
    outdated,
    forPersonId,
    setForPerson,
    contact,
    setContact,
    note,
    setNote,
    chosen,
    setChosen,
    agreed,
    setAgreed,
    /** Somebody has to say that they take a dish they cannot eat. */
    unsure: quote !== undefined && hitItems(quote).some(({ offerId }) => !agreed.has(offerId)),
    nameMissing: touched && wrong.name,
    phoneWrong: touched && wrong.phone,
  }
}
