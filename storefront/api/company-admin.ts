import type * as approvals from '../../src/http/company/approvals/contract'
import type * as catering from '../../src/http/company/catering/contract'
import type * as people from '../../src/http/company/people/contract'
import type * as setup from '../../src/http/company/setup/contract'
import { type Answer, get, post, put, remove } from './call'

const COMPANY = '/api/company/companies/:companyId'

export const showPeople = get<typeof people.showPeople>(`${COMPANY}/people`)
export const addEmployee = post<typeof people.addEmployee>(`${COMPANY}/people`)
export const importEmployees = post<typeof people.importEmployees>(`${COMPANY}/employees/import`)
export const endEmployment = post<typeof people.endEmployment>(`${COMPANY}/people/:personId/leave`)
export const inviteEmployee = post<typeof people.inviteEmployee>(`${COMPANY}/invitations`)
export const withdrawInvitation = remove<typeof people.withdrawInvitation>(`${COMPANY}/invitations/:invitationId`)

export const listApprovals = get<typeof approvals.listApprovals>('/api/company/approvals')
export const decideApproval = post<typeof approvals.decideApproval>('/api/company/approvals/:approvalId/decision')

export const showSetup = get<typeof setup.showSetup>(`${COMPANY}/setup`)
export const saveCentre = post<typeof setup.saveCentre>(`${COMPANY}/cost-centres`)
export const setBudget = put<typeof setup.setBudget>(`${COMPANY}/cost-centres/:costCentreId/budget`)
export const setRule = post<typeof setup.setRule>(`${COMPANY}/rules`)
export const endRule = post<typeof setup.endRule>(`${COMPANY}/rules/:seriesId/end`)
export const setAllowed = put<typeof setup.setAllowed>(`${COMPANY}/allowed`)

export const listCatering = get<typeof catering.listCatering>(`${COMPANY}/catering`)
export const askCatering = post<typeof catering.askCatering>(`${COMPANY}/catering`)
export const acceptCatering = post<typeof catering.acceptCatering>(`${COMPANY}/catering/:requestId/acceptance`)
export const changeHeads = post<typeof catering.changeHeads>(`${COMPANY}/catering/:requestId/heads`)
export const withdrawCatering = post<typeof catering.withdrawCatering>(`${COMPANY}/catering/:requestId/withdrawal`)
export const listCateringToQuote = get<typeof catering.listCateringToQuote>('/api/operator/catering')
export const proposeCatering = get<typeof catering.proposeCatering>('/api/operator/catering/:requestId/proposal')
export const quoteCatering = post<typeof catering.quoteCatering>('/api/operator/catering/:requestId/quote')
export const declineCatering = post<typeof catering.declineCatering>('/api/operator/catering/:requestId/decline')

export type People = Answer<typeof people.showPeople>
export type Employee = People['people'][number]
export type Invitation = People['invitations'][number]
export type Asked = Answer<typeof approvals.listApprovals>['approvals'][number]
export type Setup = Answer<typeof setup.showSetup>
export type RuleVersion = Setup['rules'][number]
export type Centre = Setup['centres'][number]
export type Catering = Answer<typeof catering.listCatering>['catering'][number]
