import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/platform/config'
import { openFapiao } from '../../../src/platform/e-invoices/open'
import { openInvoices } from '../../../src/platform/invoices/open'
import type { InvoiceProvider } from '../../../src/platform/invoices/port'
import { fapiaoGatewayStandIn } from '../../support/fapiao-gateway'
import { sign } from '../../support/stripe-stand-in/hooks'
import { openStripeStandIn, type StripeStandIn } from '../../support/stripe-stand-in/open'

const BASE = {
  DATABASE_URL: 'postgres://localhost/linli',
  REDIS_URL: 'redis://localhost',
  JWT_SECRET: 'j'.repeat(24),
  COOKIE_SECRET: 'c'.repeat(24),
  COMMERCE_SECRET: 's'.repeat(24),
}

let stripe: StripeStandIn
let gateway: Awaited<ReturnType<typeof fapiaoGatewayStandIn>>
beforeAll(async () => {
  stripe = await openStripeStandIn()
  gateway = await fapiaoGatewayStandIn('g'.repeat(32))
})
afterAll(() => Promise.all([stripe.close(), gateway.close()]))

const bill = (invoiceId: string) => ({
  invoiceId,
  number: '2026-11-RUILUAN',
  customer: { ref: null, name: '睿鸾科技', taxNumber: '91310000MA1FL00000' },
  currency: 'cny',
  dueOn: '2027-01-15',
  lines: [
    { text: '餐饮服务 Meals RD', amountMinor: 5_300 },
    { text: '餐饮服务 Meals HR', amountMinor: -300 },
  ],
})

describe.each(['local', 'stripe'] as const)('the invoice port with %s', (name) => {
  const open = (): InvoiceProvider =>
    openInvoices(readConfig(name === 'stripe' ? { ...BASE, ...stripe.environment(stripe.url) } : BASE))

  it('V5 sends one bill of one statement, however often it is told, over the sum of its lines', async () => {
    const provider = open()
    const sent = [await provider.send(bill(`stm_${name}`)), await provider.send(bill(`stm_${name}`))]
    expect([provider.name, sent[1]]).toEqual([name, sent[0]])
    expect(await provider.find(sent[0]?.ref ?? '')).toEqual({ paid: false, totalMinor: 5_000 })
    expect((await provider.send(bill(`stm_${name}_next`))).ref).not.toBe(sent[0]?.ref)
  })

  it('V5 knows nothing of bills nobody sent, and reads no webhook without a good signature', async () => {
    expect(await open().find('in_nobody')).toBeUndefined()
    const read = () => open().readWebhook(Buffer.from('{}'), 't=1,v1=00')
    expect(read).toThrow(expect.objectContaining({ code: 'bad_signature' }))
  })
})

describe('bills through Stripe', () => {
  const open = () => openInvoices(readConfig({ ...BASE, ...stripe.environment(stripe.url) }))

  it('goes on where it broke off, under the same keys, and keeps the customer', async () => {
    const before = stripe.things('invoice').length
    // the answer is lost after the customer was made
    stripe.trouble('dropped', 'error')
    const sent = await open().send(bill('stm_broken'))
    const again = await open().send({ ...bill('stm_later'), customer: { ...bill('').customer, ref: sent.customerRef } })
    expect(stripe.things('invoice').length).toBe(before + 2)
    expect(again.customerRef).toBe(sent.customerRef)
    expect(stripe.things('invoiceitem').filter(({ invoice }) => invoice === sent.ref)).toHaveLength(2)
    stripe.paysInvoice(sent.ref)
    expect(await open().find(sent.ref)).toEqual({ paid: true, totalMinor: 5_000 })
  })

  it('reads that a bill was paid, and nothing else', () => {
    const read = (type: string) => {
      const object = { id: 'in_1', amount_paid: 5_000, currency: 'cny' }
      const body = JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } })
      return open().readWebhook(Buffer.from(body), sign('whsec_stand_in', body))
    }
    expect(read('invoice.paid')).toEqual({ provider: 'stripe', ref: 'in_1', amountMinor: 5_000, currency: 'cny' })
    expect(read('invoice.finalized')).toBeUndefined()
  })
})

describe.each(['local', 'gateway'] as const)('the e-invoice port with %s', (name) => {
  const open = () => openFapiao(readConfig(name === 'gateway' ? { ...BASE, ...gateway.environment } : BASE))
  const ask = (fapiaoId: string, amountMinor = 1_000) => ({
    fapiaoId,
    date: '2026-12-02',
    buyer: { name: '林夏', taxNumber: null },
    item: '餐饮服务',
    amountMinor,
    taxMinor: 57,
  })

  it('V5 issues a number of twenty digits, the same for the same request, another for another', async () => {
    const [one, again, other] = [
      await open().issue(ask('a')),
      await open().issue(ask('a')),
      await open().issue(ask('b')),
    ]
    expect(one.number).toMatch(/^26\d{18}$/)
    expect([again.number, other.number === one.number]).toEqual([one.number, false])
  })

  it('V5 takes back part of one with a red one of its own number, once', async () => {
    const { number: reverses } = await open().issue(ask('c'))
    const red = { fapiaoId: 'd', date: '2026-12-03', reverses, amountMinor: 300, taxMinor: 17 }
    const numbers = [await open().reverse(red), await open().reverse(red)].map(({ number }) => number)
    expect(new Set(numbers).size).toBe(1)
    expect(numbers[0]).not.toBe(reverses)
  })

  it('V5 refuses nothing and less than nothing for good', async () => {
    for (const amountMinor of [0, -5]) {
      await expect(open().issue(ask(`e${amountMinor}`, amountMinor))).rejects.toMatchObject({ code: 'fapiao_refused' })
    }
  })
})

describe('the gateway', () => {
  it('that loses its answer is asked again and issues no second fapiao', async () => {
    const issuer = openFapiao(readConfig({ ...BASE, ...gateway.environment }))
    const before = gateway.issued()
    const ask = { fapiaoId: 'z', date: '2026-12-02', buyer: { name: '林夏', taxNumber: null }, item: '餐饮服务' }
    gateway.trouble(1)
    const amounts = { amountMinor: 100, taxMinor: 6 }
    await expect(issuer.issue({ ...ask, ...amounts })).rejects.toMatchObject({ code: 'e_invoices_unavailable' })
    await issuer.issue({ ...ask, ...amounts })
    expect(gateway.issued()).toBe(before + 1)
  })
})
