import * as company from '../../../src/http/company/contract'
import * as people from '../../../src/http/company/people/contract'
import * as purses from '../../../src/http/company/purses/contract'
import * as spend from '../../../src/http/company/spend/contract'
import * as statements from '../../../src/http/company/statements/contract'
import { addDays } from '../../../src/kernel/time'
import type { ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

const PEOPLE = 'number,name,email,department,cost_centre\nE900,王一,e900@people.example,office,OFFI\n'

/** One request for every operation of companies and their money. */
export function companyExamples({ date, company: { companyId, statementId, purseId } }: ServiceDay): Example[] {
  const as = 'company_admin'
  const month = addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7)
  const params = { statementId }
  const file = { name: 'people.csv', mediaType: 'text/csv', base64: Buffer.from(PEOPLE).toString('base64') }
  return [
    { endpoint: company.listEmployees, as },
    { endpoint: people.importEmployees, as, params: { companyId }, body: { file } },
    { endpoint: spend.showSpend, as, params: { companyId } },
    { endpoint: statements.listStatements, as },
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
    {
      endpoint: purses.topUpPurse,
      as: 'operator',
      params: { purseId },
      body: { amountMinor: 100, from: 'cash', reference: 'R-1' },
    },
  ]
}
