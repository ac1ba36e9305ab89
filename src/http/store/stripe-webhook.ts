import express, { type Express } from 'express'
import { settleInvoice } from '../../funding/invoicing/settle-invoice'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { openInvoices } from '../../platform/invoices/open'
import type { Payments } from '../../platform/payments/open'
import { takePaymentFact } from './take-payment-fact'

/** Stripe's facts come in here, signed over the raw body. Closed (404) while Stripe is off. */
export function stripeWebhook(server: Express, app: App, payments: Payments): void {
  if (!app.config.STRIPE_SECRET_KEY) return
  const stripe = payments.by('stripe')
  const invoices = openInvoices(app.config)
  server.post('/hooks/stripe', express.raw({ type: 'application/json', limit: '1mb' }), (req, res, next) => {
    const takeIn = async () => {
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
      const signature = req.header('stripe-signature') ?? ''
      const fact = stripe.readWebhook(body, signature)
      if (fact) await takePaymentFact(app, fact)
      const bill = fact ? undefined : invoices.readWebhook(body, signature)
      if (bill) await settleInvoice(app, bill)
    }
    takeIn().then(
      () => res.json({ received: true }),
      (error: unknown) => {
        // an intent of another installation on the same Stripe account is none of our business
        if (error instanceof Refusal && error.code === 'not_found') return res.json({ received: true })
        return next(error)
      },
    )
  })
}
