import { listSupplyShortages } from '../../../kitchen/list-shortages'
import { type Route, serve } from '../../serve'
import { ownSite } from '../reach'
import * as contract from './contract'

/** What a kitchen must know of its deliveries. */
export const kitchenShortageRoutes: readonly Route[] = [
  serve(contract.listShortages, async ({ app, caller, params: { siteId } }) => {
    await ownSite(app, caller, siteId)
    const rows = await listSupplyShortages(app, siteId)
    return { shortages: rows.map((row) => ({ ...row, hits: [...row.hits], at: row.at.toISOString() })) }
  }),
]
