import { acceptInvitation, lookAtInvitation } from '../../../funding/companies/accept-invitation'
import { Refusal } from '../../../kernel/refusal'
import { employPerson } from '../../../people/employ-person'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

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
]
