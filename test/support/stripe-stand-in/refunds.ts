import { type Form, partOf, textOf, textsOf } from './form'
import type { Intent } from './payment-intents'
import {
  allOf,
  find,
  integer,
  keep,
  newThingId,
  nowSeconds,
  required,
  StripeRefusal,
  type Thing,
  type World,
} from './world'

export interface Refund extends Thing {
  readonly amount: number
  readonly charge: string
  readonly payment_intent: string
  readonly status: 'pending' | 'succeeded' | 'failed' | 'canceled'
  readonly metadata: Readonly<Record<string, string>>
}

interface Charge extends Thing {
  readonly amount: number
  readonly amount_refunded: number
  readonly payment_method_details: { readonly type: string }
}

/** Gives back part of a payment: at once to a card, after a while to a wallet. Never more than is left. */
export function createRefund(world: World, form: Form): Refund {
  const intent = find<Intent>(world, 'payment_intent', required(form, 'payment_intent'), 'payment_intent')
  const chargeId = intent.latest_charge
  if (!chargeId) {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`
    throw new StripeRefusal(400, message, { param: 'payment_intent' })
  }
  const charge = find<Charge>(world, 'charge', chargeId)
  const left = charge.amount - charge.amount_refunded
  const amount = textOf(form, 'amount') === undefined ? left : integer(form, 'amount', 1)
  if (left === 0) {
    throw new StripeRefusal(400, `Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  if (amount > left) {
    const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`
    throw new StripeRefusal(400, message, { param: 'amount' })
  }
  const status = world.refundWay ?? (charge.payment_method_details.type === 'card' ? 'succeeded' : 'pending')
  const refund: Refund = {
    id: newThingId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: nowSeconds(),
    currency: intent.currency,
    failure_reason: null,
    metadata: textsOf(partOf(form, 'metadata')),
    payment_intent: intent.id,
    reason: null,
    status,
  }
  keep(world, refund)
  move(world, charge, amount)
  world.tell('refund.created', refund)
  return refund
}

/** What the bank or the wallet says in the end; a refund that seemed done may still come back. */
export function decideRefund(world: World, id: string, outcome: 'succeeded' | 'failed'): Refund {
  const refund = find<Refund>(world, 'refund', id)
  if (refund.status === outcome) return refund
  const failure_reason = outcome === 'failed' ? 'expired_or_canceled_card' : null
  const decided = { ...refund, status: outcome, failure_reason }
  keep(world, decided)
  // a refund that failed leaves its amount to be refunded again
  if (outcome === 'failed') move(world, find<Charge>(world, 'charge', refund.charge), -refund.amount)
  world.tell('refund.updated', decided)
  if (outcome === 'failed') world.tell('refund.failed', decided)
  return decided
}

export const refundsOf = (world: World, intentId: string | undefined): Refund[] =>
  allOf<Refund>(world, 'refund').filter(({ payment_intent }) => !intentId || payment_intent === intentId)

function move(world: World, charge: Charge, amount: number): void {
  const amount_refunded = charge.amount_refunded + amount
  const moved = keep(world, { ...charge, amount_refunded, refunded: amount_refunded === charge.amount })
  if (amount > 0) world.tell('charge.refunded', moved)
}
