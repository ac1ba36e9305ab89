import { defineMiddlewares, validateAndTransformBody } from '@medusajs/framework/http'
import { PricesBody, ProductsBody, SetupBody } from '../platform/commerce-contract'

/** The secret is asked for before Medusa is reached; here only the shape of what is said is checked. */
export default defineMiddlewares({
  routes: [
    { matcher: '/internal/setup', method: ['POST'], middlewares: [validateAndTransformBody(SetupBody)] },
    { matcher: '/internal/products', method: ['POST'], middlewares: [validateAndTransformBody(ProductsBody)] },
    { matcher: '/internal/prices', method: ['PUT'], middlewares: [validateAndTransformBody(PricesBody)] },
  ],
})
