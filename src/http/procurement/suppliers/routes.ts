import { Refusal } from '../../../kernel/refusal'
import { addDays } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { decidePaper } from '../../../procurement/suppliers/decide-paper'
import { filePaper } from '../../../procurement/suppliers/file-paper'
import { paperById, papersOf, papersToSee } from '../../../procurement/suppliers/list-papers'
import { listSuppliers, supplierById, termsOf } from '../../../procurement/suppliers/list-suppliers'
import { scorecards } from '../../../procurement/suppliers/score-suppliers'
import { setTolerance } from '../../../procurement/suppliers/set-tolerance'
import type { Caller } from '../../caller'
import { type Route, serve } from '../../serve'
import { todayOf } from '../overview'
import { operatorsOf, requireTenant, sitesWithin } from '../reach'
import * as contract from './contract'
import { daysBetween, paperView } from './views'

const SCORE_DAYS = 90

async function requireSupplier(app: App, caller: Caller, supplierId: string) {
  const today = todayOf(app, await sitesWithin(app, caller))
  const supplier = await supplierById(app, supplierId, today)
  if (!supplier) throw new Refusal('not_found')
  requireTenant(caller, supplier.operatorId)
  return supplier
}

async function readPaper(app: App, paperId: string) {
  const paper = await paperById(app, paperId)
  if (!paper) throw new Refusal('not_found')
  return paperView(paper)
}

/** Suppliers, their papers and how well they did. */
export const supplierRegisterRoutes: readonly Route[] = [
  serve(contract.listSuppliers, async ({ app, caller }) => {
    const today = todayOf(app, await sitesWithin(app, caller))
    return { suppliers: await listSuppliers(app, operatorsOf(caller), today) }
  }),

  serve(contract.showSupplier, async ({ app, caller, params: { supplierId } }) => {
    const supplier = await requireSupplier(app, caller, supplierId)
    const paperList = (await papersOf(app, [supplierId])).map(paperView)
    return { ...supplier, terms: await termsOf(app, supplierId), paperList }
  }),

  serve(contract.putTolerance, async ({ app, caller, params, body: { overDeliveryBps } }) => {
    await requireSupplier(app, caller, params.supplierId)
    await setTolerance(app, { ...params, overDeliveryBps, setBy: caller.personId })
    const [term] = await termsOf(app, params.supplierId, params.ingredientId)
    if (!term) throw new Refusal('not_found')
    return term
  }),

  serve(contract.addPaper, async ({ app, caller, params: { supplierId }, body }) => {
    await requireSupplier(app, caller, supplierId)
    const { paperId } = await filePaper(app, { supplierId, ...body, filedBy: caller.personId, counts: true })
    return readPaper(app, paperId)
  }),

  serve(contract.listPapers, async ({ app, caller }) => {
    const today = todayOf(app, await sitesWithin(app, caller))
    const { waiting, ending } = await papersToSee(app, operatorsOf(caller), today)
    return {
      waiting: waiting.map(paperView),
      ending: ending.map((paper) => ({
        ...paperView(paper),
        daysLeft: daysBetween(today, paper.validTo),
        warned: [...paper.warned],
      })),
    }
  }),

  serve(contract.decidePaper, async ({ app, caller, params: { paperId }, body }) => {
    const paper = await paperById(app, paperId)
    if (!paper) throw new Refusal('not_found')
    requireTenant(caller, paper.operatorId)
    await decidePaper(app, { paperId, ...body, decidedBy: caller.personId })
    return readPaper(app, paperId)
  }),

  serve(contract.listScorecards, async ({ app, caller, query }) => {
    const today = todayOf(app, await sitesWithin(app, caller))
    const to = query.to ?? today
    const from = query.from ?? addDays(to, -SCORE_DAYS)
    return { from, to, scorecards: await scorecards(app, { operatorIds: operatorsOf(caller), from, to, today }) }
  }),
]
