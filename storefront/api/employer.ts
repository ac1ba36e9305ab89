import type * as contract from '../../src/http/store/employer/contract'
import { type Answer, get, post } from './call'

export const lookAtInvitation = post<typeof contract.lookAtInvitation>('/api/store/invitations/look')
export const acceptInvitation = post<typeof contract.acceptInvitation>('/api/store/invitations')
export const listOwnApprovals = get<typeof contract.listOwnApprovals>('/api/store/approvals')
export const askApproval = post<typeof contract.askApproval>('/api/store/approvals')
export const withdrawApproval = post<typeof contract.withdrawApproval>('/api/store/approvals/:approvalId/withdrawal')

export type Invitation = Answer<typeof contract.lookAtInvitation>
export type Approval = Answer<typeof contract.listOwnApprovals>['approvals'][number]
