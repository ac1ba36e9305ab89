import { ownRatings } from '../../../ordering/ratings/queries'
import { DELIVERY, rateGroup } from '../../../ordering/ratings/rate-group'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

/** What residents think of their meals. */
export const ratingRoutes: readonly Route[] = [
  serve(contract.showRatings, ({ app, caller, params }) => read(app, params.orderId, caller.personId)),

  serve(contract.rateGroup, async ({ app, caller: { personId }, params: { orderId }, body }) => {
    await rateGroup(app, { ...body, orderId, personId })
    return read(app, orderId, personId)
  }),
]

async function read(app: App, orderId: string, personId: string) {
  const rows = await ownRatings(app, orderId, personId)
  const groups = [...new Set(rows.map(({ groupId }) => groupId))].map((groupId) => {
    const own = rows.filter((row) => row.groupId === groupId)
    const dishes = own.filter(({ subject }) => subject !== DELIVERY)
    return {
      groupId,
      dishes: dishes.map(({ subject, score }) => ({ lineId: subject, score })),
      delivery: own.find(({ subject }) => subject === DELIVERY)?.score ?? null,
      comment: own.find(({ comment }) => comment)?.comment ?? '',
    }
  })
  return { groups }
}
