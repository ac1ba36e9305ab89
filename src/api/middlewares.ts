import { defineMiddlewares, validateAndTransformBody } from '@medusajs/framework/http'
import type { z } from 'zod'
import {
  CancellationsBody,
  CustomersBody,
  FulfilmentsBody,
  IdentitiesBody,
  OrdersBody,
  PricesBody,
  ProductsBody,
  RefundsBody,
  SetupBody,
} from '../platform/commerce-contract'

const body = (matcher: string, method: 'POST' | 'PUT', schema: z.ZodObject) => ({
  matcher,
  method: [method],
  middlewares: [validateAndTransformBody(schema)],
})

/** The secret is asked for before Medusa is reached; here only the shape of what is said is checked. */
export default defineMiddlewares({
  routes: [
    body('/internal/setup', 'POST', SetupBody),
    body('/internal/products', 'POST', ProductsBody),
    body('/internal/prices', 'PUT', PricesBody),
    body('/internal/orders', 'POST', OrdersBody),
    body('/internal/orders/fulfilments', 'POST', FulfilmentsBody),
    body('/internal/orders/refunds', 'POST', RefundsBody),
    body('/internal/orders/cancellations', 'POST', CancellationsBody),
    body('/internal/identities', 'POST', IdentitiesBody),
    body('/internal/customers', 'POST', CustomersBody),
  ],
})
