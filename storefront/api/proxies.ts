import type * as contract from '../../src/http/store/proxies/contract'
import { type Answer, get, post, remove } from './call'

export const listProxies = get<typeof contract.listProxies>('/api/store/proxies')
export const inviteProxy = post<typeof contract.inviteProxy>('/api/store/proxies/invitations')
export const acceptProxy = post<typeof contract.acceptProxy>('/api/store/proxies')
export const revokeProxy = remove<typeof contract.revokeProxy>('/api/store/proxies/:proxyId')

export type Proxy = Answer<typeof contract.listProxies>['proxies'][number]
