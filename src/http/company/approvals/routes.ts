import { approvalsFor, decideApproval } from '../../../funding/companies/decide-approval'
import { namesOf } from '../../../people/queries'
import type { App } from '../../../platform/app'
import type { Caller } from '../../caller'
import { type Route, serve } from '../../serve'
import { companiesWithin } from '../reach'
import * as contract from './contract'
import { approvalViews } from './views'

async function approverOf(app: App, caller: Caller) {
  const companies = await companiesWithin(app, caller, ['company_admin'])
  return { personId: caller.personId, companyIds: companies.map(({ id }) => id) }
}

async function readApprovals(app: App, caller: Caller) {
  const rows = await approvalViews(app, await approvalsFor(app, await approverOf(app, caller)))
  const names = await namesOf(app, [...new Set(rows.map(({ row }) => row.personId))])
  return {
    approvals: rows.map(({ row: { companyId, personId, costCentre }, shown }) => {
      return { ...shown, companyId, costCentre, name: names.get(personId) ?? '', own: personId === caller.personId }
    }),
  }
}

/** Company administrators and owners of cost centres decide what goes beyond the rules. */
export const approvalRoutes: readonly Route[] = [
  serve(contract.listApprovals, ({ app, caller }) => readApprovals(app, caller)),

  serve(contract.decideApproval, async ({ app, caller, params: { approvalId }, body }) => {
    await decideApproval(app, { ...(await approverOf(app, caller)), approvalId, ...body })
    return readApprovals(app, caller)
  }),
]
