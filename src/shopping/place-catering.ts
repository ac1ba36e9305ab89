import { takePayers } from '../funding/take-payers'
import { type Catering, cateringById } from '../funding/catering/ask-catering'
import { cateringPayers } from '../funding/catering/catering-payer'
import { changeHeads } from '../funding/catering/quote-catering'
import { funds } from '../funding/funds'
import { Refusal } from '../kernel/refusal'
import { refuseWhenPaused } from '../kitchen/sold-out/set-intake'
import { cancelOrder } from '../ordering/cancel-order'
import { placeOrder } from '../ordering/place-order'
import type { App } from '../platform/app'
import type { PaymentProvider } from '../platform/payments/port'
import { mealOf } from './ask-payers'
import { readBasket } from './basket'
import type { Known } from './known'

type Lines = Pick<Catering, 'servicePointId' | 'lines'>

/** The basket of a quote at its own prices, with today's delivery. */
export async function cateringBasket(app: App, known: Known, { servicePointId, lines }: Lines) {
  const place = await known.place(app, servicePointId)
  const prices = new Map(lines.map(({ dishId, unitMinor }) => [dishId, unitMinor]))
  const basket = await readBasket(app, known, place, lines, () => Promise.resolve(prices))
  return { place, basket }
}

export interface AcceptCatering {
  readonly companyId: string
  readonly requestId: string
  /** The one the company saw. */
  readonly version: number
  readonly personId: string
  readonly receivedAt: Date
  readonly provider: PaymentProvider
}

/**
 * Makes an order of a quote by the one way orders are placed: portions, cost centre and ledger in one statement.
 * @throws Refusal `not_found`, `catering_changed`, `catering_expired`, `catering_not_open`, and those of an order.
 */
export async function acceptCatering(app: App, known: Known, input: AcceptCatering): Promise<void> {
  const { companyId, requestId, version } = input
  const request = await cateringById(app, { companyIds: [companyId] }, requestId)
  if (request.version !== version) throw new Refusal('catering_changed')
  await place(app, known, request, input)
}

type Asking = Pick<AcceptCatering, 'personId' | 'receivedAt' | 'provider'>

async function place(app: App, known: Known, request: Catering, { personId, receivedAt, provider }: Asking) {
  if (request.lines.length === 0) throw new Refusal('catering_not_open')
  const { place: at, basket } = await cateringBasket(app, known, request)
  const { quote, menuDays } = basket
  await refuseWhenPaused(app, [...menuDays.values()])
  const meals = quote.groups.flatMap((group) => mealOf(app, at, group, menuDays))
  const payers = await cateringPayers(app, request, meals)
  await placeOrder(app, {
    personId,
    place: at,
    contact: { name: request.contactName, phone: request.contactPhone },
    note: request.note,
    currency: at.currency,
    quote,
    slots: menuDays,
    payers,
    takePayers: takePayers(payers, meals),
    receivedAt,
    agreedMinor: request.totalMinor,
    agreedDueMinor: 0,
    provider,
  })
}

export interface ChangeCateringHeads extends AcceptCatering {
  readonly heads: number
}

/**
 * Another number of heads until the cut-off: a quote is scaled; an order is cancelled and placed again at the same prices, in
 * this one transaction, so that a kitchen without portions leaves the first as it stands.
 */
export async function changeCateringHeads(app: App, known: Known, input: ChangeCateringHeads): Promise<void> {
  const { companyId, requestId, version, heads, personId, receivedAt } = input
  const request = await cateringById(app, { companyIds: [companyId] }, requestId)
  if (request.version !== version) throw new Refusal('catering_changed')
  const { orderId, acceptedBy } = request
  const ordered = request.status === 'accepted' && orderId !== null
  if (ordered) await cancelOrder(app, { orderId, personId: acceptedBy ?? '', receivedAt }, funds)
  const priced = async (lines: Catering['lines']) => {
    return (await cateringBasket(app, known, { ...request, lines })).basket.quote.totalMinor
  }
  const changed = await changeHeads(app, { request, heads, priced: (lines) => priced([...lines]), by: personId })
  if (ordered) await place(app, known, changed, input)
}
