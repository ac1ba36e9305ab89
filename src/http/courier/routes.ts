import { claimRun } from '../../delivery/runs/claim-run'
import { departRun } from '../../delivery/runs/depart-run'
import { failDrop } from '../../delivery/runs/fail-drop'
import { handOver } from '../../delivery/runs/hand-over'
import {
  dropWithRun,
  type Owner,
  ownerOfDrop,
  ownerOfRun,
  runForCourier,
  runsForCourier,
  runsVersion,
} from '../../delivery/queries'
import { runsTopic } from '../../delivery/topic'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import { siteById, sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Caller, requireWithin, scopesOf, tenantsOf } from '../caller'
import { type Route, serve, stream } from '../serve'
import * as contract from './contract'

const COURIER = ['courier'] as const

/** Passes when the thing exists and is of the caller's site; else it is not found. */
function requireOwn(caller: Caller, owner: Owner | undefined): void {
  if (!owner) throw new Refusal('not_found')
  requireWithin(caller, COURIER, owner.operatorId, owner.siteId)
}

const seenBy = <R extends { courierId: string | null }>(caller: Caller, run: R) => ({
  ...run,
  mine: run.courierId === caller.personId,
})

const showOne = async (app: App, caller: Caller, runId: string) =>
  seenBy(caller, await runForCourier(app, runId, caller.personId))

async function showDrop(app: App, caller: Caller, dropId: string) {
  const { drop, run } = await dropWithRun(app, dropId)
  return { drop, run: seenBy(caller, run) }
}

async function mySites(app: App, caller: Caller) {
  const scopes = scopesOf(caller, COURIER)
  const sites = await sitesOf(app, tenantsOf(caller, COURIER))
  return sites.filter(({ id }) => !scopes || scopes.includes(id))
}

export const courierRoutes: readonly Route[] = [
  serve(contract.listRuns, async ({ app, caller, query }) => {
    const sites = await mySites(app, caller)
    const withRuns = sites.map(async ({ id, name, zone }) => {
      const date = query.date ?? dateIn(zone, app.now())
      const version = await runsVersion(app, id)
      const runs = await runsForCourier(app, { siteId: id, date, courierId: caller.personId })
      return { id, name, zone, date, version, runs: runs.map((run) => seenBy(caller, run)) }
    })
    return { now: app.now().toISOString(), sites: await Promise.all(withRuns) }
  }),

  serve(contract.showRun, async ({ app, caller, params: { runId } }) => {
    const owner = await ownerOfRun(app, runId)
    requireOwn(caller, owner)
    const site = owner && (await siteById(app, owner.siteId))
    if (!site) throw new Refusal('not_found')
    const version = await runsVersion(app, site.id)
    return { ...(await showOne(app, caller, runId)), site: site.name, zone: site.zone, version }
  }),

  stream(contract.watchRuns, async ({ app, caller, params: { siteId } }) => {
    const site = await siteById(app, siteId)
    requireOwn(caller, site && { operatorId: site.operatorId, siteId })
    return runsTopic(siteId)
  }),

  serve(contract.claimRun, async ({ app, caller, params: { runId } }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    await claimRun(app, { runId, courierId: caller.personId })
    return showOne(app, caller, runId)
  }),

  serve(contract.departRun, async ({ app, caller, params: { runId } }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    await departRun(app, { runId, courierId: caller.personId })
    return showOne(app, caller, runId)
  }),

  serve(contract.handOver, async ({ app, caller, params: { dropId }, body: { code } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    const refused = await handOver(app, { dropId, courierId: caller.personId, code })
    return refused ?? showDrop(app, caller, dropId)
  }),

  serve(contract.failDrop, async ({ app, caller, params: { dropId }, body: { reason } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    await failDrop(app, { dropId, courierId: caller.personId, reason })
    return showDrop(app, caller, dropId)
  }),
]
