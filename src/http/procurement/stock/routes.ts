import { Refusal } from '../../../kernel/refusal'
import { addDays, instantOf } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { blockLots, unblockLot } from '../../../procurement/stock/block-lots'
import { listWaste } from '../../../procurement/stock/list-waste'
import { returnLot } from '../../../procurement/stock/return-lot'
import { lotDetail, lotOwner } from '../../../procurement/stock/show-lot'
import { wasteLot } from '../../../procurement/stock/waste-lot'
import type { Caller } from '../../caller'
import { type Route, serve } from '../../serve'
import { todayOf } from '../overview'
import { reachOf, requireOwned, requireWhole, sitesWithin } from '../reach'
import { lotViews, siteNames } from '../views'
import * as contract from './contract'
import { transferRoutes } from './transfers'

/** Waste is shown for so many days unless asked otherwise. */
const WASTE_DAYS = 30

async function readLot(app: App, caller: Caller, lotId: string) {
  const detail = await lotDetail(app, lotId)
  if (!detail) throw new Refusal('not_found')
  const [lot] = await lotViews(app, [detail.lot], todayOf(app, await sitesWithin(app, caller)))
  if (!lot) throw new Refusal('not_found')
  return { ...lot, moves: detail.moves.map((move) => ({ ...move, at: move.at.toISOString() })) }
}

/** What happens to lots. */
export const stockRoutes: readonly Route[] = [
  serve(contract.showLot, async ({ app, caller, params: { lotId } }) => {
    requireOwned(caller, await lotOwner(app, lotId))
    return readLot(app, caller, lotId)
  }),

  serve(contract.wasteLot, async ({ app, caller, params: { lotId }, body }) => {
    requireOwned(caller, await lotOwner(app, lotId))
    await wasteLot(app, { lotId, ...body, wastedBy: caller.personId })
    return readLot(app, caller, lotId)
  }),

  serve(contract.blockLot, async ({ app, caller, params: { lotId }, body: { reason, everywhere } }) => {
    const { operatorId } = requireOwned(caller, await lotOwner(app, lotId))
    // whoever works for one site cannot speak for the others
    if (everywhere) requireWhole(caller, operatorId)
    return { lots: await blockLots(app, { lotId, reason, everywhere, blockedBy: caller.personId }) }
  }),

  serve(contract.unblockLot, async ({ app, caller, params: { lotId } }) => {
    requireOwned(caller, await lotOwner(app, lotId))
    await unblockLot(app, { lotId, unblockedBy: caller.personId })
    return readLot(app, caller, lotId)
  }),

  serve(contract.returnLot, async ({ app, caller, params: { lotId }, body }) => {
    requireOwned(caller, await lotOwner(app, lotId))
    await returnLot(app, { lotId, ...body, returnedBy: caller.personId })
    return readLot(app, caller, lotId)
  }),

  serve(contract.listWaste, async ({ app, caller, query: { siteId, from, to } }) => {
    const sites = await sitesWithin(app, caller)
    const zone = sites[0]?.zone ?? 'UTC'
    const last = to ?? todayOf(app, sites)
    const rows = await listWaste(app, {
      reach: reachOf(caller),
      siteId,
      from: instantOf(from ?? addDays(last, -WASTE_DAYS), '00:00', zone),
      before: instantOf(addDays(last, 1), '00:00', zone),
    })
    const siteName = await siteNames(
      app,
      rows.map((row) => row.siteId),
    )
    const byReason = new Map<(typeof rows)[number]['reason'], number>()
    for (const { reason, costMinor } of rows) byReason.set(reason, (byReason.get(reason) ?? 0) + costMinor)
    return {
      waste: rows.map(({ siteId: id, at, ...row }) => ({ ...row, site: siteName(id), at: at.toISOString() })),
      byReason: [...byReason].map(([reason, costMinor]) => ({ reason, costMinor })),
    }
  }),

  ...transferRoutes,
]
