import type * as contract from '../../src/http/company/contract'
import { type Answer, get } from './call'

export const listEmployees = get<typeof contract.listEmployees>('/api/company/employees')

export type Company = Answer<typeof contract.listEmployees>['companies'][number]
