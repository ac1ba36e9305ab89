import { acceptProxy, inviteProxy, proxiesOf, revokeProxy } from '../../../funding/members/proxies'
import { namesOf } from '../../../people/queries'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

async function readProxies(app: App, personId: string) {
  const rows = (await proxiesOf(app, personId)).flatMap(({ proxyId, principalId, agentId, since }) => {
    if (!agentId || !since) return []
    const role = agentId === personId ? ('agent' as const) : ('principal' as const)
    return [{ proxyId, personId: role === 'agent' ? principalId : agentId, role, since: since.toISOString() }]
  })
  const names = await namesOf(
    app,
    rows.map((row) => row.personId),
  )
  return { proxies: rows.map((row) => ({ ...row, name: names.get(row.personId) ?? '' })) }
}

/** Leave to order for a relative. */
export const proxyRoutes: readonly Route[] = [
  serve(contract.listProxies, ({ app, caller }) => readProxies(app, caller.personId)),

  serve(contract.inviteProxy, async ({ app, caller }) => {
    const { code, expiresAt } = await inviteProxy(app, { principalId: caller.personId })
    return { code, expiresAt: expiresAt.toISOString() }
  }),

  serve(contract.acceptProxy, async ({ app, caller, body: { code } }) => {
    await acceptProxy(app, { agentId: caller.personId, code })
    return readProxies(app, caller.personId)
  }),

  serve(contract.revokeProxy, async ({ app, caller, params: { proxyId } }) => {
    await revokeProxy(app, { proxyId, by: caller.personId })
    return readProxies(app, caller.personId)
  }),
]
