import type { Config } from '../config'
import { localInvoices } from './local'
import type { InvoiceProvider } from './port'
import { stripeInvoices } from './stripe'

/** Stripe when its key is set, our own statements otherwise. */
export const openInvoices = (config: Config): InvoiceProvider =>
  config.STRIPE_SECRET_KEY ? stripeInvoices(config, config.STRIPE_SECRET_KEY) : localInvoices()
