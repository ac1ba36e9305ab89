import type * as contract from '../../src/http/procurement/stock/contract'
import { type Answer, get, post } from './call'

export const showLot = get<typeof contract.showLot>('/api/procurement/lots/:lotId')
export const wasteLot = post<typeof contract.wasteLot>('/api/procurement/lots/:lotId/waste')
export const blockLot = post<typeof contract.blockLot>('/api/procurement/lots/:lotId/block')
export const unblockLot = post<typeof contract.unblockLot>('/api/procurement/lots/:lotId/unblock')
export const returnLot = post<typeof contract.returnLot>('/api/procurement/lots/:lotId/return')
export const listWaste = get<typeof contract.listWaste>('/api/procurement/waste')
export const listTransfers = get<typeof contract.listTransfers>('/api/procurement/transfers')
export const sendTransfer = post<typeof contract.sendTransfer>('/api/procurement/transfers')
export const receiveTransfer = post<typeof contract.receiveTransfer>('/api/procurement/transfers/:transferId/receive')

export type LotDetail = Answer<typeof contract.showLot>
export type Waste = Answer<typeof contract.listWaste>
export type WasteReason = Waste['waste'][number]['reason']
export type Transfer = Answer<typeof contract.listTransfers>['transfers'][number]
