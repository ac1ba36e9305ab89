import type * as contract from '../../src/http/supplier/orders/contract'
import { type Answer, get, post, put } from './call'

export const putEta = put<typeof contract.putEta>('/api/supplier/orders/:orderId/eta')
export const reportShort = post<typeof contract.reportShort>('/api/supplier/orders/:orderId/short')
export const showStatement = get<typeof contract.showStatement>('/api/supplier/statement')

export type Statement = Answer<typeof contract.showStatement>
