import * as subsidies from '../../src/http/operator/subsidies/contract'
import * as proxies from '../../src/http/store/proxies/contract'
import * as till from '../../src/http/till/contract'
import type { Asked, Call } from './call'

type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

/**
 * A canteen that sold a lunch to a member, a claim that is written and somebody with leave to order. Needs a clock in the
 * canteen's lunch.
 */
export async function tillDay(
  ask: Ask,
  { token, operator, guest, other, operatorId, siteId }: Readonly<Record<string, string>>,
) {
  const at = { token: token ?? '', params: { siteId: siteId ?? '' } }
  const { offers } = await ask(till.showTillMenu, at)
  const offer = offers.find(({ left }: any) => left > 3)
  const { memberId } = await ask(till.findTillMember, { ...at, body: { code: 'LL100001' } })
  const items = [{ offerId: offer.id, quantity: 1 }]
  const { dueMinor } = await ask(till.quoteSale, { ...at, body: { items, memberId } })
  const sold = await ask(till.sell, { ...at, body: { items, memberId, dueMinor, givenMinor: dueMinor + 100 } })
  const claimed = { schemeId: 'cn-bj-2022', funder: 'city', month: '2025-01' }
  const tenant = { token: operator ?? '', params: { operatorId: operatorId ?? '' } }
  const { claimId } = await ask(subsidies.issueClaim, { ...tenant, body: claimed })
  const { code } = await ask(proxies.inviteProxy, { token: guest ?? '' })
  const accepted = await ask(proxies.acceptProxy, { token: other ?? '', body: { code } })
  const proxyId: string = accepted.proxies[0].proxyId
  return { siteId: siteId ?? '', offerId: offer.id, memberId, voidableId: sold.orderId, claimId, proxyId, sold }
}
