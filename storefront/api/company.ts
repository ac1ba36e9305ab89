import type * as contract from '../../src/http/company/contract'
import type * as spend from '../../src/http/company/spend/contract'
import type * as statements from '../../src/http/company/statements/contract'
import { type Answer, get } from './call'

export const listEmployees = get<typeof contract.listEmployees>('/api/company/employees')
export const showSpend = get<typeof spend.showSpend>('/api/company/companies/:companyId/spend')
export const listStatements = get<typeof statements.listStatements>('/api/company/statements')

export type Company = Answer<typeof contract.listEmployees>['companies'][number]
export type Spend = Answer<typeof spend.showSpend>
export type Statement = Answer<typeof statements.listStatements>['statements'][number]
