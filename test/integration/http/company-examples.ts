import * as company from '../../../src/http/company/contract'
import * as people from '../../../src/http/company/people/contract'
import * as purses from '../../../src/http/company/purses/contract'
import * as ownPurse from '../../../src/http/store/purse/contract'
import * as approvals from '../../../src/http/company/approvals/contract'
import * as catering from '../../../src/http/company/catering/contract'
import * as employer from '../../../src/http/store/employer/contract'
import * as setup from '../../../src/http/company/setup/contract'
import * as invoices from '../../../src/http/company/invoices/contract'
import * as settlement from '../../../src/http/operator/settlement/contract'
import * as fapiao from '../../../src/http/store/fapiao/contract'
import * as spend from '../../../src/http/company/spend/contract'
import * as statements from '../../../src/http/company/statements/contract'
import { addDays } from '../../../src/kernel/time'
import { OPERATOR, type ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

const PEOPLE = 'number,name,email,department,cost_centre\nE900,王一,e900@people.example,office,OFFI\n'

/** One request for every operation of companies and their money. */
export function companyExamples({
  date,
  point,
  forecast,
  nextMenuDayId: menuDayId,
  company: ofCompany,
  cookedIds,
}: ServiceDay): Example[] {
  const { companyId, statementId, purseId, invitationId, code, leaverId, approvalIds } = ofCompany
  const [approvalId = '', withdrawnId = ''] = approvalIds
  const [orderId = ''] = cookedIds
  const as = 'company_admin'
  const month = addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7)
  const params = { statementId }
  const file = { name: 'people.csv', mediaType: 'text/csv', base64: Buffer.from(PEOPLE).toString('base64') }
  return [
    { endpoint: company.listEmployees, as },
    { endpoint: people.importEmployees, as, params: { companyId }, body: { file } },
    { endpoint: people.showPeople, as, params: { companyId } },
    {
      endpoint: people.addEmployee,
      as,
      params: { companyId },
      body: { number: 'E901', name: '钱二', email: 'e901@people.example', department: 'office' },
    },
    {
      endpoint: people.inviteEmployee,
      as,
      params: { companyId },
      body: { name: '孙三', email: 'sun.san@home.example', department: 'office' },
    },
    { endpoint: employer.lookAtInvitation, as: 'anyone', body: { code } },
    { endpoint: employer.acceptInvitation, as: 'guest', body: { code }, refused: 'account_needed' },
    { endpoint: people.withdrawInvitation, as, params: { companyId, invitationId } },
    { endpoint: people.endEmployment, as, params: { companyId, personId: leaverId } },
    { endpoint: employer.listOwnApprovals, as: 'employee' },
    {
      endpoint: employer.askApproval,
      as: 'employee',
      body: { kind: 'guests', menuDayId, guests: 2, amountMinor: 5_000, reason: '客户来访' },
    },
    { endpoint: employer.withdrawApproval, as: 'employee', params: { approvalId: withdrawnId } },
    { endpoint: approvals.listApprovals, as },
    { endpoint: approvals.decideApproval, as, params: { approvalId }, body: { decision: 'approve' } },
    ...cateringExamples(ofCompany, addDays(date, 1), point),
    ...setupExamples({ companyId, dishId: forecast.dishId }, addDays(date, 30)),
    { endpoint: spend.showSpend, as, params: { companyId } },
    { endpoint: statements.listStatements, as },
    { endpoint: invoices.showPapers, as, params },
    { endpoint: invoices.requestFapiao, as, params },
    { endpoint: settlement.showSettlement, as: 'operator', query: { month } },
    {
      endpoint: settlement.payParty,
      as: 'operator',
      params: { operatorId: OPERATOR, partyId: 'pty_nobody' },
      body: { amountMinor: 100, reference: 'P-1', month },
      refused: 'not_found',
    },
    { endpoint: fapiao.listFapiao, as: 'guest', params: { orderId } },
    { endpoint: fapiao.requestFapiao, as: 'guest', params: { orderId }, body: { title: '林夏' } },
    { endpoint: statements.showStatement, as, params },
    { endpoint: statements.statementPdf, as, params },
    { endpoint: statements.statementXlsx, as, params },
    { endpoint: statements.issueStatements, as: 'operator', params: { companyId }, body: { month } },
    {
      endpoint: statements.noteStatementPaid,
      as: 'operator',
      params,
      body: { amountMinor: 100, reference: 'T-1' },
    },
    { endpoint: purses.myPurses, as: 'guest' },
    { endpoint: ownPurse.showPurse, as: 'guest' },
    { endpoint: ownPurse.startTopUp, as: 'guest', body: { amountMinor: 10_000 }, refused: 'account_needed' },
    {
      endpoint: purses.topUpPurse,
      as: 'operator',
      params: { purseId },
      body: { amountMinor: 100, from: 'cash', reference: 'R-1' },
    },
  ]
}

function setupExamples({ companyId, dishId }: { companyId: string; dishId: string }, from: string): Example[] {
  const as = 'company_admin'
  const params = { companyId }
  const name = { zh: '晚班补贴', en: 'Late shift' }
  const rule = {
    amountMinor: 1_000,
    per: 'meal',
    periods: ['dinner'],
    days: 'workdays',
    shifts: ['late'],
    carryOver: false,
    excludes: ['tip'],
  }
  const centre = { legalEntityId: `${companyId}_le`, code: 'TEST', name: { zh: '试验', en: 'Test' } }
  const costCentreId = `${companyId}_office`
  return [
    { endpoint: setup.showSetup, as, params },
    { endpoint: setup.setRule, as, params, body: { name, rule, from } },
    { endpoint: setup.endRule, as, params: { companyId, seriesId: `rul_${companyId}_lunch` }, body: { to: from } },
    { endpoint: setup.saveCentre, as, params, body: centre },
    {
      endpoint: setup.setBudget,
      as,
      params: { companyId, costCentreId },
      body: { month: from.slice(0, 7), limitMinor: 100 },
    },
    { endpoint: setup.setAllowed, as, params, body: { siteIds: null, periods: null } },
    { endpoint: setup.setPrice, as: 'operator', params: { companyId, dishId }, body: { priceMinor: 1_500, from } },
  ]
}

function cateringExamples(
  { companyId, cateringIds, quote }: ServiceDay['company'],
  serviceDate: string,
  servicePointId: string,
): Example[] {
  const [acceptedId = '', withdrawnId = '', quotedId = '', declinedId = ''] = cateringIds
  const as = 'company_admin'
  const params = { companyId }
  const contact = { name: '叶文岚', phone: '13800000000' }
  const wish = { servicePointId, serviceDate, period: 'lunch', heads: 8, perHeadMinor: 3_000, contact }
  const accepted = { companyId, requestId: acceptedId }
  const body = { ...quote, validUntil: `${serviceDate}T00:00:00Z` }
  return [
    { endpoint: catering.listCatering, as, params },
    { endpoint: catering.askCatering, as, params, body: wish },
    { endpoint: catering.acceptCatering, as, params: accepted, body: { version: 2 } },
    { endpoint: catering.changeHeads, as, params: accepted, body: { version: 2, heads: 5 } },
    { endpoint: catering.withdrawCatering, as, params: { companyId, requestId: withdrawnId } },
    { endpoint: catering.listCateringToQuote, as: 'operator' },
    { endpoint: catering.proposeCatering, as: 'operator', params: { requestId: quotedId } },
    { endpoint: catering.quoteCatering, as: 'operator', params: { requestId: quotedId }, body },
    { endpoint: catering.declineCatering, as: 'kitchen', params: { requestId: declinedId }, body: { reason: 'Full' } },
  ]
}
