import { menuDayById } from '../../../catalogue/queries'
import { askApproval, withdrawApproval } from '../../../funding/companies/ask-approval'
import { approvalsOf } from '../../../funding/companies/decide-approval'
import { acceptInvitation, lookAtInvitation } from '../../../funding/companies/accept-invitation'
import { Refusal } from '../../../kernel/refusal'
import { employPerson } from '../../../people/employ-person'
import type { App } from '../../../platform/app'
import { requireWithin } from '../../caller'
import { approvalViews } from '../../company/approvals/views'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

async function readOwn(app: App, personId: string) {
  const rows = await approvalViews(app, await approvalsOf(app, personId))
  return { approvals: rows.map(({ shown }) => shown) }
}

/** What somebody has to do with the company they work for. */
export const employerRoutes: readonly Route[] = [
  serve(contract.lookAtInvitation, async ({ app, body: { code } }) => {
    const { expiresAt, ...invitation } = await lookAtInvitation(app, code)
    return { ...invitation, expiresAt: expiresAt.toISOString() }
  }),

  serve(contract.acceptInvitation, async ({ app, caller: { personId, memberships }, body: { code } }) => {
    // a guest's session ends with its cookie: nobody could be found again
    if (memberships.length === 0) throw new Refusal('account_needed')
    return acceptInvitation(app, { personId, code }, employPerson)
  }),

  serve(contract.listOwnApprovals, ({ app, caller }) => readOwn(app, caller.personId)),

  serve(contract.askApproval, async ({ app, caller, body: { menuDayId, amountMinor, ...body } }) => {
    const { personId } = caller
    const day = await menuDayById(app, menuDayId)
    if (!day) throw new Refusal('not_found')
    requireWithin(caller, contract.askApproval.who, day.operatorId)
    await askApproval(app, { personId, askedMinor: amountMinor, day, ...body })
    return readOwn(app, personId)
  }),

  serve(contract.withdrawApproval, async ({ app, caller: { personId }, params: { approvalId } }) => {
    await withdrawApproval(app, { personId, approvalId })
    return readOwn(app, personId)
  }),
]
