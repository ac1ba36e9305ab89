import { Refusal } from '../../../kernel/refusal'
import { listSupplyShortages } from '../../../kitchen/list-shortages'
import { siteById } from '../../../places/queries'
import { requireWithin } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

/** What a kitchen must know of its deliveries. */
export const kitchenShortageRoutes: readonly Route[] = [
  serve(contract.listShortages, async ({ app, caller, params: { siteId } }) => {
    const site = await siteById(app, siteId)
    if (!site) throw new Refusal('not_found')
    requireWithin(caller, ['kitchen'], site.operatorId, siteId)
    const rows = await listSupplyShortages(app, siteId)
    return { shortages: rows.map((row) => ({ ...row, hits: [...row.hits], at: row.at.toISOString() })) }
  }),
]
