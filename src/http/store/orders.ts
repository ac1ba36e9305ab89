import type { z } from 'zod'
import { dishesByIds } from '../../catalogue/queries'
import { Refusal } from '../../kernel/refusal'
import { type OrderDetail, ownOrder } from '../../ordering/queries'
import { pointsByIds, sitesByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import { versionOf } from '../../platform/realtime'
import type { Order } from './contract'
import { orderView } from './views'

const EMPTY = { zh: '', en: '' }

/** Orders with the names of places, sites and dishes put in; a handful of queries whatever their number. */
export async function readOrders(app: App, details: readonly OrderDetail[]): Promise<z.input<typeof Order>[]> {
  if (details.length === 0) return []
  const lines = details.flatMap(({ groups }) => groups.flatMap((group) => group.lines))
  const places = await pointsByIds(app, [...new Set(details.map(({ order }) => order.servicePointId))])
  const sites = await sitesByIds(app, [...new Set(details.flatMap(({ groups }) => groups.map(({ siteId }) => siteId)))])
  const dishes = await dishesByIds(app, [...new Set(lines.map(({ dishId }) => dishId))])
  const placeOf = new Map(places.map((place) => [place.servicePointId, place]))
  const nameOf = new Map(sites.map(({ id, name }) => [id, name]))
  const artOf = new Map(dishes.map(({ id, art }) => [id, art]))
  return details.flatMap((detail) => {
    const place = placeOf.get(detail.order.servicePointId)
    if (!place) return []
    const siteName = (id: string) => nameOf.get(id) ?? EMPTY
    return [orderView(detail, { place, siteName, artOf: (id) => artOf.get(id) ?? '', version: 0 })]
  })
}

/** One of the caller's own orders. @throws Refusal `not_found` for everybody else's. */
export async function readOwnOrder(app: App, personId: string, orderId: string): Promise<z.input<typeof Order>> {
  // the version first: whatever changes after it is told to the stream
  const version = await versionOf(app.db, `order:${orderId}`)
  const detail = await ownOrder(app, personId, orderId)
  const [view] = detail ? await readOrders(app, [detail]) : []
  if (!view) throw new Refusal('not_found')
  return { ...view, version }
}
