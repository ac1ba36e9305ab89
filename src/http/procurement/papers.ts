import { Refusal } from '../../kernel/refusal'
import { listCities, operatorsByIds, siteById } from '../../places/queries'
import type { App } from '../../platform/app'
import { type OrderDocument, orderDocument } from '../../procurement/documents/order-document'
import { orderAsUbl } from '../../procurement/documents/order-ubl'
import { printOrder } from '../../procurement/documents/print-order'

const NO_NAME = { zh: '', en: '' }

/** An order with the names its paper needs. @throws Refusal `not_found` */
async function document(app: App, orderId: string): Promise<OrderDocument> {
  const found = await orderDocument(app, orderId, async ({ operatorId, siteId }) => {
    const [operator] = await operatorsByIds(app, [operatorId])
    const site = await siteById(app, siteId)
    const city = (await listCities(app)).find(({ id }) => id === site?.cityId)
    return { buyer: operator?.name ?? NO_NAME, site: site?.name ?? NO_NAME, currency: city?.currency ?? 'cny' }
  })
  if (!found) throw new Refusal('not_found')
  return found
}

/** The order as PDF, for buyers and suppliers alike. */
export async function orderPdf(app: App, orderId: string) {
  const order = await document(app, orderId)
  return { name: `${order.number}.pdf`, content: await printOrder(order) }
}

/** The order as UBL. */
export async function orderUbl(app: App, orderId: string) {
  const order = await document(app, orderId)
  return { name: `${order.number}.xml`, content: orderAsUbl(order) }
}
