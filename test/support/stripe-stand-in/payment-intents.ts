import { type Form, partOf, textOf, textsOf } from './form'
import { find, integer, keep, newThingId, nowSeconds, required, StripeRefusal, type Thing, type World } from './world'

export interface Intent extends Thing {
  readonly amount: number
  readonly amount_received: number
  readonly currency: string
  readonly status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled'
  readonly payment_method_types: readonly string[]
  readonly latest_charge: string | null
  readonly metadata: Readonly<Record<string, string>>
}

const METHODS = ['card', 'alipay', 'wechat_pay'] as const
export type Method = (typeof METHODS)[number]

/** Opens an intent; what may pay it is listed under either of Stripe's two names. */
export function createIntent(world: World, form: Form): Intent {
  const amount = integer(form, 'amount', 1)
  const currency = required(form, 'currency').toLowerCase()
  const named = [partOf(form, 'allowed_payment_method_types'), partOf(form, 'payment_method_types')]
  const types = named.flatMap((list) => Object.values(textsOf(list)))
  for (const type of types) {
    if (!METHODS.some((known) => known === type)) {
      throw new StripeRefusal(400, `The payment method type "${type}" is invalid.`, { param: 'payment_method_types' })
    }
  }
  const id = newThingId('pi')
  const intent: Intent = {
    id,
    object: 'payment_intent',
    amount,
    amount_capturable: 0,
    amount_received: 0,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newThingId('s').slice(2)}`,
    created: nowSeconds(),
    currency,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: textsOf(partOf(form, 'metadata')),
    next_action: null,
    payment_method: null,
    payment_method_types: types.length > 0 ? types : ['card'],
    status: 'requires_payment_method',
  }
  keep(world, intent)
  world.tell('payment_intent.created', intent)
  return intent
}

/** What the browser does with Stripe's form: cards answer at once, wallets send the person to their own page first. */
export function confirmIntent(world: World, id: string, form: Form): Intent {
  const intent = find<Intent>(world, 'payment_intent', id, 'intent')
  mustBe(intent, ['requires_payment_method', 'requires_action'], 'confirm')
  const wallet = textOf(partOf(form, 'payment_method_data'), 'type')
  const method = wallet ?? textOf(form, 'payment_method') ?? ''
  if (wallet === 'alipay' || wallet === 'wechat_pay') {
    allowed(intent, wallet)
    const next_action =
      wallet === 'alipay'
        ? { type: 'alipay_handle_redirect', alipay_handle_redirect: { url: `/authorise/${id}` } }
        : { type: 'wechat_pay_display_qr_code', wechat_pay_display_qr_code: { data: `weixin://wxpay/${id}` } }
    const waiting = { ...intent, status: 'requires_action' as const, payment_method: wallet, next_action }
    world.tell('payment_intent.requires_action', waiting)
    return keep(world, waiting)
  }
  allowed(intent, 'card')
  if (method === 'pm_card_visa') return succeed(world, intent, 'card')
  if (method !== 'pm_card_chargeDeclined') {
    throw new StripeRefusal(404, `No such PaymentMethod: '${method}'`, { code: 'resource_missing' })
  }
  const payment_intent = decline(world, intent)
  throw new StripeRefusal(402, 'Your card was declined.', {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'generic_decline',
    payment_intent,
  })
}

/** What the person decides on a wallet's page. */
export function authoriseIntent(world: World, id: string, decision: 'pay' | 'fail'): Intent {
  const intent = find<Intent>(world, 'payment_intent', id, 'intent')
  mustBe(intent, ['requires_action'], 'authorise')
  return decision === 'pay' ? succeed(world, intent, String(intent['payment_method'])) : decline(world, intent)
}

/** Ends an intent that was not paid. */
export function cancelIntent(world: World, id: string, form: Form): Intent {
  const intent = find<Intent>(world, 'payment_intent', id, 'intent')
  mustBe(intent, ['requires_payment_method', 'requires_action'], 'cancel')
  const reason = textOf(form, 'cancellation_reason') ?? null
  const over = { ...intent, status: 'canceled' as const, canceled_at: nowSeconds(), cancellation_reason: reason }
  keep(world, over)
  world.tell('payment_intent.canceled', over)
  return over
}

function succeed(world: World, intent: Intent, method: string): Intent {
  const { id, amount, currency, metadata } = intent
  const charge = keep(world, {
    id: newThingId('ch'),
    object: 'charge',
    amount,
    amount_refunded: 0,
    currency,
    metadata,
    paid: true,
    payment_intent: id,
    payment_method_details: { type: method },
    refunded: false,
    status: 'succeeded',
  })
  const paid = { ...intent, status: 'succeeded' as const, amount_received: amount, latest_charge: charge.id }
  keep(world, { ...paid, next_action: null, payment_method: method })
  world.tell('charge.succeeded', charge)
  world.tell('payment_intent.succeeded', paid)
  return paid
}

function decline(world: World, intent: Intent): Intent {
  const last_payment_error = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' }
  const failed = { ...intent, status: 'requires_payment_method' as const, next_action: null, last_payment_error }
  keep(world, failed)
  world.tell('payment_intent.payment_failed', failed)
  return failed
}

function allowed({ payment_method_types: types }: Intent, method: Method): void {
  if (types.includes(method)) return
  throw new StripeRefusal(400, `The PaymentMethod provided (${method}) is not allowed for this PaymentIntent.`)
}

function mustBe(intent: Intent, states: readonly Intent['status'][], verb: string): void {
  if (states.includes(intent.status)) return
  const message = `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`
  throw new StripeRefusal(400, message, { code: 'payment_intent_unexpected_state', payment_intent: intent })
}
