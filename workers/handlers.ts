import type { Commerce } from '../src/platform/commerce'
import type { Handler } from '../src/platform/consume'
import type { FapiaoIssuer } from '../src/platform/e-invoices/port'
import type { InvoiceProvider } from '../src/platform/invoices/port'
import type { Payments } from '../src/platform/payments/open'
import { booking, ordersOfBookings } from './booking'
import { commerce } from './commerce'
import { delivery } from './delivery'
import { forecasting } from './forecasting'
import { funding } from './funding'
import { kitchen } from './kitchen'
import { ordering } from './ordering'
import { procurement } from './procurement'

/** Every queue with what it does about which event. */
export const allHandlers = (outside: {
  commerce: Commerce
  payments: Payments
  invoices: InvoiceProvider
  fapiao: FapiaoIssuer
}): Readonly<Record<string, readonly Handler[]>> => ({
  ordering: [...ordering(outside.payments), ...ordersOfBookings],
  kitchen,
  delivery,
  procurement,
  booking,
  forecasting,
  funding: funding(outside.invoices, outside.fapiao, outside.payments),
  commerce: commerce(outside.commerce),
})
