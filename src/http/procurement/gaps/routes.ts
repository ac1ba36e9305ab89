import { listGaps } from '../../../procurement/gaps/list-gaps'
import { type Route, serve } from '../../serve'
import { reachOf } from '../reach'
import { siteNames } from '../views'
import * as contract from './contract'

/** What will not come. */
export const gapRoutes: readonly Route[] = [
  serve(contract.listGaps, async ({ app, caller, query }) => {
    const rows = await listGaps(app, { reach: reachOf(caller), ...query })
    const siteName = await siteNames(
      app,
      rows.map(({ gap }) => gap.siteId),
    )
    return {
      gaps: rows.map(({ gap, coveringNumber, ...row }) => ({
        ...row,
        id: gap.id,
        siteId: gap.siteId,
        site: siteName(gap.siteId),
        orderId: gap.purchaseOrderId,
        ingredientId: gap.ingredientId,
        quantity: gap.quantity,
        cause: gap.cause,
        state: gap.state,
        runsOutOn: gap.runsOutOn,
        coveredBy: gap.coveredBy && coveringNumber ? { orderId: gap.coveredBy, number: coveringNumber } : null,
        decideBy: gap.decideBy?.toISOString() ?? null,
        hits: [...gap.hits],
        at: gap.at.toISOString(),
      })),
    }
  }),
]
