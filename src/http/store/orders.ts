import type { z } from 'zod'
import { grouped } from '../../kernel/grouped'
import { Refusal } from '../../kernel/refusal'
import { returnsOf } from '../../ordering/refunding/returns-of'
import { type OrderDetail, ownOrder } from '../../ordering/order-details'
import type { App } from '../../platform/app'
import { versionOf } from '../../platform/realtime'
import type { Order } from './orders/contract'
import type { Known } from '../../shopping/known'
import { type Span, slotsOfGroups } from './slots'
import { orderView } from './views'

const EMPTY = { zh: '', en: '' }

/**
 * Orders with the names of places, sites and dishes put in; a handful of queries whatever their number. `slots` by group
 * where they are known already.
 */
export async function readOrders(
  app: App,
  known: Known,
  details: readonly OrderDetail[],
  slots?: ReadonlyMap<string, Span>,
): Promise<z.input<typeof Order>[]> {
  const groups = details.flatMap((detail) => detail.groups)
  const nameOf = await known.siteNames(
    app,
    groups.map(({ siteId }) => siteId),
  )
  const artOf = await known.art(
    app,
    groups.flatMap(({ lines }) => lines.map(({ dishId }) => dishId)),
  )
  const groupIds = groups.map(({ id }) => id)
  const chosen = slots ?? (await slotsOfGroups(app, groupIds))
  const slotOf = (groupId: string) => chosen.get(groupId)
  const returned = details.filter(({ refundedMinor }) => refundedMinor > 0).map(({ order }) => order.id)
  const back = grouped(await returnsOf(app, returned), ({ orderId }) => orderId)
  const siteName = (id: string) => nameOf.get(id) ?? EMPTY
  return Promise.all(
    details.map(async (detail) => {
      const place = await known.place(app, detail.order.servicePointId)
      const returns = back.get(detail.order.id) ?? []
      return orderView(detail, { place, siteName, slotOf, returns, artOf: (id) => artOf.get(id) ?? '', version: 0 })
    }),
  )
}

/** One of the caller's own orders. @throws Refusal `not_found` for everybody else's. */
export async function readOwnOrder(
  app: App,
  known: Known,
  personId: string,
  orderId: string,
): Promise<z.input<typeof Order>> {
  // the version first: whatever changes after it is told to the stream
  const version = await versionOf(app.db, `order:${orderId}`)
  const detail = await ownOrder(app, personId, orderId)
  const [view] = detail ? await readOrders(app, known, [detail]) : []
  if (!view) throw new Refusal('not_found')
  return { ...view, version }
}
