import type { Commerce } from '../src/platform/commerce'
import type { Handler } from '../src/platform/consume'
import type { Payments } from '../src/platform/payments/open'
import { booking, ordersOfBookings } from './booking'
import { commerce } from './commerce'
import { delivery } from './delivery'
import { forecasting } from './forecasting'
import { kitchen } from './kitchen'
import { ordering } from './ordering'
import { procurement } from './procurement'

/** Every queue with what it does about which event. */
export const allHandlers = (outside: {
  commerce: Commerce
  payments: Payments
}): Readonly<Record<string, readonly Handler[]>> => ({
  ordering: [...ordering(outside.payments), ...ordersOfBookings],
  kitchen,
  delivery,
  procurement,
  booking,
  forecasting,
  commerce: commerce(outside.commerce),
})
