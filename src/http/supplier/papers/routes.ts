import { Refusal } from '../../../kernel/refusal'
import { dateIn } from '../../../kernel/time'
import { supplierZone } from '../../../procurement/queries'
import { filePaper } from '../../../procurement/suppliers/file-paper'
import { paperById, papersOf } from '../../../procurement/suppliers/list-papers'
import { daysBetween, paperView } from '../../procurement/suppliers/views'
import { type Route, serve } from '../../serve'
import { suppliersOf } from '../views'
import * as contract from './contract'

/** A supplier's certificates. */
export const supplierPaperRoutes: readonly Route[] = [
  serve(contract.listPapers, async ({ app, caller }) => {
    const supplierIds = suppliersOf(caller)
    const today = dateIn(await supplierZone(app, supplierIds), app.now())
    const papers = await papersOf(app, supplierIds)
    return { papers: papers.map((paper) => ({ ...paperView(paper), daysLeft: daysBetween(today, paper.validTo) })) }
  }),

  serve(contract.uploadPaper, async ({ app, caller, body }) => {
    if (!suppliersOf(caller).includes(body.supplierId)) throw new Refusal('not_found')
    const { paperId } = await filePaper(app, { ...body, filedBy: caller.personId, counts: false })
    const paper = await paperById(app, paperId)
    if (!paper) throw new Refusal('not_found')
    return paperView(paper)
  }),
]
