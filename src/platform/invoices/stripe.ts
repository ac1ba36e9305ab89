import Stripe from 'stripe'
import type { Config } from '../config'
import { asking, openStripe, verifiedEvent } from '../stripe/open-stripe'
import type { InvoiceProvider, InvoiceRequest, SentInvoice } from './port'

/** Bills sent and taken by Stripe. Every step has a key of its own, so a worker that broke off goes on where it was. */
export function stripeInvoices(config: Config, secretKey: string): InvoiceProvider {
  const stripe = openStripe(config, secretKey)
  return {
    name: 'stripe',
    send: (request) => asking(send(stripe, request)),
    find: (ref) =>
      asking(
        stripe.invoices.retrieve(ref).then(({ status, total }) => ({ paid: status === 'paid', totalMinor: total })),
      ).catch((error: unknown) => {
        if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return undefined
        throw error
      }),
    readWebhook: (rawBody, signature) => {
      const event = verifiedEvent(stripe, config, rawBody, signature)
      if (event.type !== 'invoice.paid') return undefined
      const { id, amount_paid: amountMinor, currency } = event.data.object
      return id ? { provider: 'stripe', ref: id, amountMinor, currency } : undefined
    },
  }
}

async function send(stripe: Stripe, request: InvoiceRequest): Promise<SentInvoice> {
  const { invoiceId, number, customer, currency, dueOn, lines } = request
  const step = (name: string) => ({ idempotencyKey: `${invoiceId}:${name}` })
  const customerRef = customer.ref ?? (await addCustomer(stripe, request)).id
  const draft = await stripe.invoices.create(
    {
      customer: customerRef,
      currency,
      collection_method: 'send_invoice',
      due_date: Math.floor(Date.parse(`${dueOn}T23:59:59Z`) / 1000),
      auto_advance: false,
      description: number,
      metadata: { invoice_id: invoiceId },
    },
    step('invoice'),
  )
  const invoice = draft.id
  for (const [index, { text, amountMinor: amount }] of lines.entries()) {
    const item = { customer: customerRef, invoice, amount, currency, description: text }
    await stripe.invoiceItems.create(item, step(`line:${index}`))
  }
  const firm = await stripe.invoices.finalizeInvoice(invoice, {}, step('finalise'))
  await stripe.invoices.sendInvoice(invoice, {}, step('send'))
  return { ref: invoice, customerRef, url: firm.hosted_invoice_url ?? null }
}

const addCustomer = (stripe: Stripe, { invoiceId, customer: { name, taxNumber } }: InvoiceRequest) =>
  stripe.customers.create({ name, metadata: { tax_number: taxNumber } }, { idempotencyKey: `${invoiceId}:customer` })
