import type * as contract from '../../src/http/procurement/receiving/contract'
import { type Answer, get, post } from './call'

export const scanCode = get<typeof contract.scanCode>('/api/procurement/orders/:orderId/scan')
export const uploadPhoto = post<typeof contract.uploadPhoto>('/api/procurement/orders/:orderId/photos')

export type Scanned = Answer<typeof contract.scanCode>
