import { SHORTAGE_DAYS } from '../../procurement/count-work'
import { listShortages } from '../../procurement/queries'
import { listLots } from '../../procurement/stock/list-lots'
import { type Route, serve } from '../serve'
import * as contract from './contract'
import { todayOf } from './overview'
import { reachOf, sitesWithin } from './reach'
import { lotViews, siteNames } from './views'

const DAY_MS = 86_400_000

/** What lies on the shelves, and what they lacked. */
export const shelfRoutes: readonly Route[] = [
  serve(contract.listLots, async ({ app, caller, query }) => {
    const today = todayOf(app, await sitesWithin(app, caller))
    return { today, lots: await lotViews(app, await listLots(app, { reach: reachOf(caller), ...query }), today) }
  }),

  serve(contract.listShortages, async ({ app, caller }) => {
    const since = new Date(app.now().getTime() - SHORTAGE_DAYS * DAY_MS)
    const rows = await listShortages(app, { reach: reachOf(caller), since })
    const siteName = await siteNames(
      app,
      rows.map(({ siteId }) => siteId),
    )
    return {
      shortages: rows.map(({ ref, siteId, at, ...row }) => ({
        ...row,
        batchId: ref,
        site: siteName(siteId),
        at: at.toISOString(),
      })),
    }
  }),
]
