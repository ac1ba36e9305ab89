import express, { type Express } from 'express'
import { funds } from '../../funding/funds'
import { Refusal } from '../../kernel/refusal'
import { settlePayment } from '../../ordering/settle-payment'
import type { App } from '../../platform/app'
import type { Payments } from '../../platform/payments/open'

/** Stripe's facts come in here, signed over the raw body. Closed (404) while Stripe is off. */
export function stripeWebhook(server: Express, app: App, payments: Payments): void {
  if (!app.config.STRIPE_SECRET_KEY) return
  const stripe = payments.by('stripe')
  server.post('/hooks/stripe', express.raw({ type: 'application/json', limit: '1mb' }), (req, res, next) => {
    const takeIn = async () => {
      const fact = stripe.readWebhook(
        Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        req.header('stripe-signature') ?? '',
      )
      if (fact) await settlePayment(app, fact, funds)
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
