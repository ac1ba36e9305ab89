import { type Form, textOf } from './form'
import * as invoices from './invoices'
import * as intents from './payment-intents'
import { createRefund, refundsOf } from './refunds'
import { find, listOf, type World } from './world'

type Act = (world: World, id: string, form: Form) => unknown

/** The part of Stripe's API that Linli uses: method and path, `:id` once. */
const ROUTES: Readonly<Record<string, Act>> = {
  'POST /v1/payment_intents': (world, _id, form) => intents.createIntent(world, form),
  'GET /v1/payment_intents/:id': (world, id) => find(world, 'payment_intent', id, 'intent'),
  'POST /v1/payment_intents/:id/confirm': intents.confirmIntent,
  'POST /v1/payment_intents/:id/cancel': intents.cancelIntent,
  'POST /v1/refunds': (world, _id, form) => createRefund(world, form),
  'GET /v1/refunds/:id': (world, id) => find(world, 'refund', id),
  'GET /v1/refunds': (world, _id, form) => listOf('/v1/refunds', refundsOf(world, textOf(form, 'payment_intent'))),
  'POST /v1/customers': (world, _id, form) => invoices.createCustomer(world, form),
  'POST /v1/invoices': (world, _id, form) => invoices.createInvoice(world, form),
  'POST /v1/invoiceitems': (world, _id, form) => invoices.createItem(world, form),
  'GET /v1/invoices/:id': (world, id) => find(world, 'invoice', id),
  'POST /v1/invoices/:id/finalize': (world, id) => invoices.finalise(world, id),
  'POST /v1/invoices/:id/send': (world, id) => invoices.sendOut(world, id),
  'POST /v1/invoices/:id/pay': (world, id) => invoices.payInvoice(world, id),
  'POST /v1/invoices/:id/void': (world, id) => invoices.voidInvoice(world, id),
}

const TABLE = Object.entries(ROUTES).map(([route, act]) => {
  const [method, path = ''] = route.split(' ')
  return { method, act, pattern: new RegExp(`^${path.replace(':id', '([^/]+)')}$`) }
})

/** What answers a request; undefined where Stripe has it, perhaps, and Linli does not. */
export function routeFor(method: string, path: string): ((world: World, form: Form) => unknown) | undefined {
  for (const route of TABLE) {
    const match = route.method === method ? route.pattern.exec(path) : null
    if (match) return (world, form) => route.act(world, match[1] ?? '', form)
  }
  return undefined
}
