import { type Form, partOf, textOf, textsOf } from './form'
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

interface Item extends Thing {
  readonly amount: number
  readonly invoice: string
}

export interface Invoice extends Thing {
  readonly currency: string
  readonly customer: string
  readonly status: 'draft' | 'open' | 'paid' | 'void'
  readonly total: number
  readonly amount_due: number
  readonly amount_paid: number
  readonly metadata: Readonly<Record<string, string>>
}

export function createCustomer(world: World, form: Form): Thing {
  return keep(world, {
    id: newThingId('cus'),
    object: 'customer',
    name: textOf(form, 'name') ?? null,
    email: textOf(form, 'email') ?? null,
    metadata: textsOf(partOf(form, 'metadata')),
    created: nowSeconds(),
    livemode: false,
  })
}

/** A draft; its items follow. */
export function createInvoice(world: World, form: Form): Invoice {
  const customer = find(world, 'customer', required(form, 'customer'), 'customer')
  const collection_method = textOf(form, 'collection_method') ?? 'charge_automatically'
  const due = textOf(form, 'due_date')
  if (collection_method === 'send_invoice' && due === undefined && textOf(form, 'days_until_due') === undefined) {
    throw new StripeRefusal(
      400,
      'You must pass either `days_until_due` or `due_date` if `collection_method` is `send_invoice`.',
    )
  }
  return keep(world, {
    id: newThingId('in'),
    object: 'invoice',
    amount_due: 0,
    amount_paid: 0,
    amount_remaining: 0,
    auto_advance: textOf(form, 'auto_advance') === 'true',
    collection_method,
    created: nowSeconds(),
    currency: textOf(form, 'currency') ?? 'usd',
    customer: customer.id,
    description: textOf(form, 'description') ?? null,
    due_date: due === undefined ? null : Number(due),
    hosted_invoice_url: null,
    livemode: false,
    metadata: textsOf(partOf(form, 'metadata')),
    number: null,
    status: 'draft' as const,
    total: 0,
  })
}

/** One line of a draft; an amount may be negative. */
export function createItem(world: World, form: Form): Item {
  const customer = find(world, 'customer', required(form, 'customer'), 'customer')
  const invoice = draft(world, required(form, 'invoice'), 'add items to')
  const item = keep(world, {
    id: newThingId('ii'),
    object: 'invoiceitem',
    amount: integer(form, 'amount'),
    currency: textOf(form, 'currency') ?? invoice.currency,
    customer: customer.id,
    description: textOf(form, 'description') ?? null,
    invoice: invoice.id,
  })
  if (item.currency !== invoice.currency) throw new StripeRefusal(400, 'The currency of the item is not the invoice’s.')
  keep(world, { ...invoice, ...amounts(invoice.total + item.amount) })
  return item
}

const amounts = (total: number) => ({ total, amount_due: Math.max(0, total), amount_remaining: Math.max(0, total) })

/** The invoice is firm and can be paid. */
export function finalise(world: World, id: string): Invoice {
  const invoice = draft(world, id, 'finalize')
  if (allOf<Item>(world, 'invoiceitem').every((item) => item.invoice !== id)) {
    throw new StripeRefusal(400, 'Nothing to invoice for customer', { code: 'invoice_no_customer_line_items' })
  }
  const number = `STAND-IN-${allOf(world, 'invoice').length}`
  const hosted_invoice_url = `https://invoice.stripe.test/i/${id}`
  const open = keep(world, { ...invoice, status: 'open' as const, number, hosted_invoice_url })
  world.tell('invoice.finalized', open)
  return open
}

/** Sends it to the customer: said in an event, no letter leaves this machine. */
export function sendOut(world: World, id: string): Invoice {
  const invoice = opened(world, id, 'send')
  world.tell('invoice.sent', invoice)
  return invoice
}

/** Paid, by the customer or (out of band) by a transfer somebody noted. */
export function payInvoice(world: World, id: string): Invoice {
  const invoice = opened(world, id, 'pay')
  const { amount_due: amount_paid } = invoice
  const paid = keep(world, { ...invoice, status: 'paid' as const, amount_paid, amount_remaining: 0 })
  world.tell('invoice.paid', paid)
  return paid
}

export function voidInvoice(world: World, id: string): Invoice {
  const over = keep(world, { ...opened(world, id, 'void'), status: 'void' as const })
  world.tell('invoice.voided', over)
  return over
}

function draft(world: World, id: string, verb: string): Invoice {
  const invoice = find<Invoice>(world, 'invoice', id, 'invoice')
  if (invoice.status === 'draft') return invoice
  throw new StripeRefusal(400, `You can only ${verb} draft invoices. This invoice is ${invoice.status}.`, {
    code: 'invoice_not_editable',
  })
}

function opened(world: World, id: string, verb: string): Invoice {
  const invoice = find<Invoice>(world, 'invoice', id, 'invoice')
  if (invoice.status === 'open') return invoice
  throw new StripeRefusal(400, `You can only ${verb} open invoices. This invoice is ${invoice.status}.`)
}
