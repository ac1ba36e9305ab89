import { Refusal } from '../../../kernel/refusal'
import { addDays, instantOf, offsetIn } from '../../../kernel/time'
import { batchesByIds, batchesOfDishes } from '../../../kitchen/trace-batches'
import { contactsOf, dishesOfOrder } from '../../../ordering/trace-orders'
import { note } from '../../../platform/audit'
import { lotsByCode } from '../../../procurement/stock/list-lots'
import { lotOwner } from '../../../procurement/stock/show-lot'
import { epcisDocument } from '../../../procurement/tracing/epcis'
import { followLot } from '../../../procurement/tracing/follow-lot'
import { lifeOfLots, lifeOfSite } from '../../../procurement/tracing/life-of-lot'
import { lotsOfBatches } from '../../../procurement/tracing/lots-of-batches'
import { traceSheet } from '../../../procurement/tracing/trace-sheet'
import { requireWithin } from '../../caller'
import { type Route, serve } from '../../serve'
import { todayOf } from '../overview'
import { operatorsOf, reachOf, requireOwned, requireSite, sitesWithin } from '../reach'
import { lotViews } from '../views'
import * as contract from './contract'
import { readBack, readForward } from './views'

/** Forward from a lot and back from an order, and what leaves the house about it. */
export const tracingRoutes: readonly Route[] = [
  serve(contract.findLots, async ({ app, caller, query: { code } }) => {
    const today = todayOf(app, await sitesWithin(app, caller))
    const found = code.length < 2 ? [] : await lotsByCode(app, reachOf(caller), code)
    return { lots: await lotViews(app, found, today) }
  }),

  serve(contract.traceLot, async ({ app, caller, params: { lotId } }) => {
    requireOwned(caller, await lotOwner(app, lotId))
    return readForward(app, lotId, todayOf(app, await sitesWithin(app, caller)))
  }),

  serve(contract.traceContacts, async ({ app, caller, params: { lotId } }) => {
    const owner = await lotOwner(app, lotId)
    if (!owner) throw new Refusal('not_found')
    const { operatorId } = owner
    requireWithin(caller, ['operator'], operatorId)
    const followed = await followLot(app, lotId)
    const batches = await batchesByIds(app, followed?.used.map(({ batchId }) => batchId) ?? [])
    const contacts = await contactsOf(app, batches)
    const detail = { people: contacts.length }
    await note(app, {
      operatorId,
      actorId: caller.personId,
      action: 'procurement.read-contacts',
      subject: lotId,
      detail,
    })
    return { contacts }
  }),

  serve(contract.traceOrder, async ({ app, caller, params: { number } }) => {
    const lines = await dishesOfOrder(app, operatorsOf(caller), number)
    const [first] = lines
    if (!first) throw new Refusal('not_found')
    const batches = await batchesOfDishes(app, lines)
    const reach = reachOf(caller)
    const own = batches.filter(({ operatorId, siteId }) =>
      reach.some((each) => each.operatorId === operatorId && (!('siteId' in each) || each.siteId === siteId)),
    )
    return readBack(app, lines, own)
  }),

  serve(contract.lotAsEpcis, async ({ app, caller, params: { lotId } }) => {
    const { siteId } = requireOwned(caller, await lotOwner(app, lotId))
    const { zone } = await requireSite(app, caller, siteId)
    const followed = await followLot(app, lotId)
    const batches = await batchesByIds(app, followed?.used.map(({ batchId }) => batchId) ?? [])
    const inputs = await lotsOfBatches(
      app,
      batches.map(({ id }) => id),
    )
    const document = epcisDocument({
      base: app.config.PUBLIC_URL ?? 'https://linli.example',
      at: app.now(),
      offset: offsetIn(zone, app.now()),
      life: await lifeOfLots(app, [lotId, ...(followed?.family.map(({ id }) => id) ?? [])]),
      transformations: batches.map(({ id, dishId, siteId: site, portions, cookedAt }) => ({
        batchId: id,
        dishId,
        siteId: site,
        portions,
        at: (cookedAt ?? app.now()).toISOString(),
        inputs: inputs.filter(({ batchId }) => batchId === id),
      })),
    })
    return { name: `${lotId}.epcis.json`, content: JSON.stringify(document) }
  }),

  serve(contract.traceSheet, async ({ app, caller, params: { siteId }, query: { from, to } }) => {
    const { zone, name } = await requireSite(app, caller, siteId)
    const before = instantOf(addDays(to, 1), '00:00', zone)
    const life = await lifeOfSite(app, siteId, instantOf(from, '00:00', zone), before)
    return { name: `trace-${siteId}-${from}-${to}.csv`, content: traceSheet(life, `${name.zh} ${name.en}`) }
  }),
]
