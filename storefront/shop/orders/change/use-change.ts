import { useState } from 'react'
import { useNavigate } from 'react-router'
import { problemOf } from '../../../api/problem'
import { changeOrder, type Order, type Quote } from '../../../api/store'
import { type AllTheSame, hitItems } from '../../checkout/allergy-check'
import { usePayer } from '../../checkout/choose-payer'
import { addressToPay } from '../../checkout/order-and-pay'
import { useQuote } from '../../checkout/use-quote'
import { type ChangeMeal, isSame, itemsOf, type Wanted } from './meals'

/** The person's part as the server counts it with the old order's money free again, of a basket that costs so much. */
interface Told {
  readonly items: string
  readonly totalMinor: number
  readonly dueMinor: number
}

const COMPANY = new Set(['allowance', 'budget'])

/** Everything between an order and the one that takes its place: what is wanted, its quote, and the act. */
export function useChange({
  order,
  meals,
  groupId,
  onStale,
}: {
  readonly order: Order
  readonly meals: readonly ChangeMeal[]
  /** The part that is replaced; all of the order without. */
  readonly groupId?: string | undefined
  /** The order or its menu is out of date. */
  readonly onStale: () => void
}) {
  const navigate = useNavigate()
  const { employed } = usePayer()
  const [wanted, setWanted] = useState<Wanted>({})
  const [agreed, setAgreed] = useState<AllTheSame>(new Set())
  const [told, setTold] = useState<Told>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const { servicePointId } = order.place
  const withCompany = order.payers.some(({ kind }) => COMPANY.has(kind))
  const payWith = withCompany ? 'company' : employed ? 'private' : undefined
  const items = itemsOf(meals, wanted)
  const basket = JSON.stringify(items)
  const { quote: last, error, again } = useQuote(servicePointId, items, payWith)
  // the answer for what was wanted before stays in sight, but nobody agrees to it
  const quote = last && quotedWord(last) === wordOf(items) ? last : undefined
  const freed = told && told.items === basket && told.totalMinor === quote?.totalMinor ? told.dueMinor : undefined

  const change = async (seen: Quote) => {
    const dueMinor = freed ?? seen.dueMinor
    const offered = new Set(seen.groups.flatMap(({ slots }) => slots.map(({ from }) => from)))
    setBusy(true)
    setRefusal(undefined)
    try {
      const body = {
        servicePointId,
        items,
        bookings: [],
        contact: order.contact,
        note: order.note,
        slots: meals.flatMap(({ group: { menuDayId, slot } }) =>
          slot && offered.has(slot.from) ? [{ menuDayId, from: slot.from }] : [],
        ),
        acknowledged: hitItems(seen)
          .filter(({ offerId }) => agreed.has(offerId))
          .map(({ offerId, hits }) => ({ offerId, codes: hits })),
        totalMinor: seen.totalMinor,
        dueMinor,
        payWith: seen.payWith,
        ...(groupId ? { groupId } : {}),
      }
      const next = await changeOrder({ params: { orderId: order.id }, body }, { key })
      await navigate(next.status === 'placed' ? `/orders/${next.id}` : await addressToPay(next.id))
    } catch (problem) {
      setRefusal(problem)
      const { code, status, params } = problemOf(problem)
      // a refused change is over; one without an answer may have happened and is sent again as the same
      if (status > 0 && status < 500) setKey(crypto.randomUUID())
      const { nowMinor } = params
      const isDue = code === 'quote_changed' && typeof nowMinor === 'number'
      setTold(isDue ? { items: basket, totalMinor: seen.totalMinor, dueMinor: nowMinor } : undefined)
      again()
      if (code !== 'quote_changed') onStale()
    } finally {
      setBusy(false)
    }
  }

  return {
    wanted,
    want: (offerId: string, quantity: number) => {
      setRefusal(undefined)
      setWanted((was) => ({ ...was, [offerId]: quantity }))
    },
    quote,
    error,
    refusal,
    busy,
    change,
    agreed,
    setAgreed,
    /** The person's part with the old order's money free again, where the server has said it. */
    freed,
    isEmpty: items.length === 0,
    isSame: isSame(meals, wanted),
    unsure: quote !== undefined && hitItems(quote).some(({ offerId }) => !agreed.has(offerId)),
  }
}

const wordOf = (items: readonly { readonly offerId: string; readonly quantity: number }[]): string =>
  items
    .map(({ offerId, quantity }) => `${offerId} ${quantity}`)
    .toSorted()
    .join()

const quotedWord = ({ groups }: Quote): string => wordOf(groups.flatMap(({ items }) => items))
