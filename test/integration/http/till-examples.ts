import * as subsidies from '../../../src/http/operator/subsidies/contract'
import * as proxies from '../../../src/http/store/proxies/contract'
import * as till from '../../../src/http/till/contract'
import { OPERATOR, type ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

const REGISTER =
  'name,birth_date,national_id,card,tags,schemes\n王秀英,1944-03-01,,C-77,resident:2026-01-01,cn-sh-putuo-2025\n'

/** One request for every operation at a till. The canteen of the day. */
export function tillExamples({ till: { siteId, offerId, memberId, voidableId }, date }: ServiceDay): Example[] {
  const as = 'till'
  const params = { siteId }
  const items = [{ offerId, quantity: 1 }]
  return [
    { endpoint: till.listTillSites, as },
    { endpoint: till.showTillMenu, as, params },
    { endpoint: till.findTillMember, as, params, body: { code: 'LL100001' } },
    { endpoint: till.quoteSale, as, params, body: { items, memberId } },
    { endpoint: till.sell, as, params, body: { items, memberId, dueMinor: 0 }, refused: 'quote_changed' },
    { endpoint: till.voidSale, as, params: { siteId, orderId: voidableId }, body: { reason: 'wrong dish' } },
    { endpoint: till.showDay, as, params },
    { endpoint: till.closeDay, as, params, body: { day: date, countedMinor: 0 } },
  ]
}

/** One request for every operation on members, schemes, claims and relatives. */
export function subsidyExamples({ till: { memberId, claimId, proxyId }, date }: ServiceDay): Example[] {
  const as = 'operator'
  const params = { operatorId: OPERATOR }
  const file = { name: 'members.csv', mediaType: 'text/csv', base64: Buffer.from(REGISTER).toString('base64') }
  return [
    { endpoint: subsidies.listMembers, as, params },
    { endpoint: subsidies.importMembers, as, params, body: { file } },
    { endpoint: subsidies.listSchemes, as, params },
    { endpoint: subsidies.listClaims, as, params, query: { month: date.slice(0, 7) } },
    {
      endpoint: subsidies.issueClaim,
      as,
      params,
      body: { schemeId: 'cn-sh-putuo-2025', funder: 'district', month: '2025-01' },
    },
    { endpoint: subsidies.claimFile, as, params: { claimId } },
    { endpoint: subsidies.listSignals, as, params, query: { from: date, to: date } },
    {
      endpoint: subsidies.reviewSignal,
      as,
      params: { ...params, signal: 'nothing_odd' },
      body: { serviceDate: date, outcome: 'harmless' },
      refused: 'not_found',
    },
    { endpoint: subsidies.eraseMember, as, params: { ...params, memberId } },
    { endpoint: proxies.listProxies, as: 'guest' },
    { endpoint: proxies.inviteProxy, as: 'guest' },
    { endpoint: proxies.acceptProxy, as: 'guest', body: { code: 'ABCDEFGH' }, refused: 'invitation_invalid' },
    { endpoint: proxies.revokeProxy, as: 'guest', params: { proxyId } },
  ]
}
