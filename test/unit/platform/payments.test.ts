import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/platform/config'
import { openPayments } from '../../../src/platform/payments/open'
import type { PaymentProvider, RefundRequest } from '../../../src/platform/payments/port'
import { sign } from '../../support/stripe-stand-in/hooks'
import { openStripeStandIn, type StripeStandIn } from '../../support/stripe-stand-in/open'
import type { Intent } from '../../support/stripe-stand-in/payment-intents'
import type { Refund } from '../../support/stripe-stand-in/refunds'

const BASE = {
  DATABASE_URL: 'postgres://localhost/linli',
  REDIS_URL: 'redis://localhost',
  JWT_SECRET: 'j'.repeat(24),
  COOKIE_SECRET: 'c'.repeat(24),
  COMMERCE_SECRET: 's'.repeat(24),
}

let stripe: StripeStandIn
beforeAll(async () => {
  stripe = await openStripeStandIn()
})
afterAll(() => stripe.close())

const open = (name: 'local' | 'stripe'): PaymentProvider =>
  openPayments(readConfig(name === 'stripe' ? { ...BASE, ...stripe.environment(stripe.url) } : BASE)).current

let count = 0
const request = (amountMinor = 2_100) => {
  const id = ++count
  return { paymentId: `pay_${id}`, orderId: `ord_${id}`, amountMinor, currency: 'cny' }
}

describe.each(['local', 'stripe'] as const)('the payment port with %s', (name) => {
  /** A payment somebody has made, and a way to give some of it back. */
  async function paid(amountMinor = 2_100) {
    const provider = open(name)
    const { intentId } = await provider.createIntent(request(amountMinor))
    if (name === 'stripe') stripe.pays(intentId)
    const refund = (refundId: string, back: number, attempt = 1): RefundRequest => {
      return { refundId, attempt, intentId, amountMinor: back }
    }
    return { provider, intentId, refund }
  }

  it('V5 makes one intent of one payment, however often it is asked', async () => {
    const provider = open(name)
    expect(provider.name).toBe(name)
    const asked = request()
    const intents = await Promise.all([0, 1, 2].map(() => provider.createIntent(asked)))
    expect(new Set(intents.map(({ intentId }) => intentId)).size).toBe(1)
    const other = await provider.createIntent(request())
    expect(other.intentId).not.toBe(intents[0]?.intentId)
  })

  it('V5 says at once what it would say when asked, where it offers that', async () => {
    const provider = open(name)
    const asked = request()
    const atOnce = provider.intentAtOnce?.(asked)
    if (atOnce) expect(await provider.createIntent(asked)).toEqual(atOnce)
  })

  it('V5 gives back once under one key, and knows of it afterwards', async () => {
    const { provider, refund } = await paid()
    const some = refund(`ref_${name}`, 700)
    expect([await provider.refund(some), await provider.refund(some)]).toEqual(['succeeded', 'succeeded'])
    expect(await provider.refundState(some)).toBe('succeeded')
  })

  it('V5 reads no webhook without a good signature', () => {
    const read = () => open(name).readWebhook(Buffer.from('{}'), 't=1,v1=00')
    expect(read).toThrow(expect.objectContaining({ code: 'bad_signature' }))
  })
})

describe('Stripe through the stand-in', () => {
  beforeEach(() => {
    stripe.trouble()
    stripe.refundsAre(undefined)
  })
  const provider = () => open('stripe')
  const events = (type: string, object: object, id = 'evt_1') =>
    JSON.stringify({ id, object: 'event', type, data: { object } })

  it('asks for cards, Alipay and WeChat Pay in minor units, with our ids on it', async () => {
    const asked = request(2_550)
    const { intentId, clientSecret } = await provider().createIntent(asked)
    const [intent] = stripe.things<Intent>('payment_intent').filter(({ id }) => id === intentId)
    expect(intent).toMatchObject({
      amount: 2_550,
      currency: 'cny',
      payment_method_types: ['card', 'alipay', 'wechat_pay'],
      metadata: { payment_id: asked.paymentId, order_id: asked.orderId },
      client_secret: clientSecret,
    })
  })

  it('meets one intent after a 500, and after a line that broke when the intent was made', async () => {
    for (const trouble of ['error', 'dropped'] as const) {
      const before = stripe.things('payment_intent').length
      stripe.trouble(trouble)
      await provider().createIntent(request())
      expect(stripe.things('payment_intent').length).toBe(before + 1)
    }
  })

  it('says payments_unavailable when Stripe is in trouble for long, so that a worker tries again', async () => {
    stripe.trouble('error', 'error', 'error')
    await expect(provider().createIntent(request())).rejects.toMatchObject({
      code: 'payments_unavailable',
      status: 503,
    })
  })

  it('waits no longer than its patience and meets the refund it made', async () => {
    const { intentId } = await provider().createIntent(request())
    stripe.pays(intentId)
    stripe.trouble('late')
    const startedAt = performance.now()
    expect(await provider().refund({ refundId: 'ref_late', attempt: 1, intentId, amountMinor: 2_100 })).toBe(
      'succeeded',
    )
    expect(performance.now() - startedAt).toBeLessThan(8_000)
    expect(stripe.things<Refund>('refund').filter(({ payment_intent }) => payment_intent === intentId)).toHaveLength(1)
  })

  it('refuses the same key with another amount, as Stripe does, and books nothing on it', async () => {
    const asked = request()
    await provider().createIntent(asked)
    await expect(provider().createIntent({ ...asked, amountMinor: 1 })).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
      statusCode: 400,
    })
  })

  it('follows a wallet refund to its end, and a new attempt is a refund of its own', async () => {
    const { intentId } = await provider().createIntent(request())
    stripe.pays(intentId, 'alipay')
    const ask = (attempt: number) => ({ refundId: 'ref_slow', attempt, intentId, amountMinor: 2_100 })
    expect(await provider().refund(ask(1))).toBe('pending')
    const [first] = stripe.things<Refund>('refund').filter(({ payment_intent }) => payment_intent === intentId)
    stripe.decideRefund(first?.id ?? '', 'failed')
    // its answer under the key stays what it was
    expect(await provider().refund(ask(1))).toBe('pending')
    expect(await provider().refundState(ask(1))).toBe('failed')
    expect(await provider().refundState(ask(2))).toBeUndefined()
    expect(await provider().refund(ask(2))).toBe('pending')
  })

  it('takes "more than is left" for a refund that failed', async () => {
    const { intentId } = await provider().createIntent(request())
    stripe.pays(intentId)
    expect(await provider().refund({ refundId: 'ref_more', attempt: 1, intentId, amountMinor: 2_101 })).toBe('failed')
  })

  it('reads signed facts only, of the last five minutes, and only those we follow', () => {
    const refund = { id: 're_1', payment_intent: 'pi_1', amount: 7, currency: 'cny', status: 'failed' }
    const body = events('refund.failed', { ...refund, metadata: { refund_id: 'ref_1', attempt: '2' } })
    const read = (signature: string, said = body) => provider().readWebhook(Buffer.from(said), signature)
    const known = { provider: 'stripe', eventId: 'evt_1', intentId: 'pi_1', amountMinor: 7, currency: 'cny' }
    const about = { outcome: 'refund_failed', refundId: 'ref_1', attempt: 2 }
    expect(read(sign('whsec_stand_in', body))).toEqual({ ...known, ...about })
    const old = Math.floor(Date.now() / 1000) - 600
    for (const bad of ['', 'nonsense', sign('whsec_other', body), sign('whsec_stand_in', body, old)]) {
      expect(() => read(bad)).toThrow(expect.objectContaining({ code: 'bad_signature' }))
    }
    const charge = events('charge.refunded', { id: 'ch_1' })
    expect(read(sign('whsec_stand_in', charge), charge)).toBeUndefined()
  })
})
