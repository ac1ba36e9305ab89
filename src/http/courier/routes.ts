import { addPhoto } from '../../delivery/boxes/add-photo'
import { decideDrop } from '../../delivery/boxes/decide-drop'
import { storeDrop } from '../../delivery/boxes/store-drop'
import {
  dropWithRun,
  type Owner,
  ownerOfDrop,
  ownerOfRun,
  runForCourier,
  runsForCourier,
  runsVersion,
} from '../../delivery/queries'
import { claimRun } from '../../delivery/runs/claim-run'
import { departRun } from '../../delivery/runs/depart-run'
import { failDrop } from '../../delivery/runs/fail-drop'
import { handOver } from '../../delivery/runs/hand-over'
import { loadRun } from '../../delivery/runs/load-run'
import { releaseRun } from '../../delivery/runs/release-run'
import { reportPosition } from '../../delivery/runs/report-position'
import { stopRun } from '../../delivery/runs/stop-run'
import { runsTopic } from '../../delivery/topic'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import { refuseUnsafeFood } from '../../kitchen/safety/refuse-unsafe-food'
import { siteById, sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Caller, requireWithin, scopesOf, tenantsOf } from '../caller'
import { decisionOf, pointsFor } from '../dispatch/points'
import { type Route, serve, stream } from '../serve'
import * as contract from './contract'
import { courierDrop, courierRun, courierRunDetail } from './views'

const COURIER = ['courier'] as const

/** Passes when the thing exists and is of the caller's site; else it is not found. */
function requireOwn(caller: Caller, owner: Owner | undefined): void {
  if (!owner) throw new Refusal('not_found')
  requireWithin(caller, COURIER, owner.operatorId, owner.siteId)
}

const showOne = async (app: App, caller: Caller, runId: string) =>
  courierRun(caller, await runForCourier(app, runId, caller.personId))

async function showDrop(app: App, caller: Caller, dropId: string) {
  const { drop, run } = await dropWithRun(app, dropId)
  return { drop: courierDrop(drop), run: courierRun(caller, run) }
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
      return { id, name, zone, date, version, runs: runs.map((run) => courierRun(caller, run)) }
    })
    return { now: app.now().toISOString(), sites: await Promise.all(withRuns) }
  }),

  serve(contract.showRun, async ({ app, caller, params: { runId } }) => {
    const owner = await ownerOfRun(app, runId)
    requireOwn(caller, owner)
    const site = owner && (await siteById(app, owner.siteId))
    if (!site) throw new Refusal('not_found')
    const version = await runsVersion(app, site.id)
    const run = await runForCourier(app, runId, caller.personId)
    return { ...courierRunDetail(caller, run), site: site.name, zone: site.zone, version }
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

  serve(contract.releaseRun, async ({ app, caller, params: { runId } }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    return { runId, ...(await releaseRun(app, { runId, courierId: caller.personId })) }
  }),

  serve(contract.loadRun, async ({ app, caller, params: { runId }, body }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    const { missing, ...loaded } = await loadRun(app, { ...body, runId, courierId: caller.personId })
    return { ...loaded, missing: [...missing], foreign: [...loaded.foreign], run: await showOne(app, caller, runId) }
  }),

  serve(contract.departRun, async ({ app, caller, params: { runId } }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    await departRun(app, { runId, courierId: caller.personId }, refuseUnsafeFood)
    return showOne(app, caller, runId)
  }),

  serve(contract.reportPosition, async ({ app, caller, params: { runId }, body: { lat, lon, at } }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    await reportPosition(app, { runId, courierId: caller.personId, lat, lon, at: new Date(at) })
    return showOne(app, caller, runId)
  }),

  serve(contract.stopRun, async ({ app, caller, params: { runId }, body: { reason, lat, lon } }) => {
    requireOwn(caller, await ownerOfRun(app, runId))
    const at = lat === undefined || lon === undefined ? undefined : { lat, lon }
    const { personId } = caller
    return { runId: await stopRun(app, { runId, actorId: personId, courierId: personId, reason, at }) }
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

  serve(contract.storeDrop, async ({ app, caller, params: { dropId } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    await storeDrop(app, { dropId, courierId: caller.personId })
    return showDrop(app, caller, dropId)
  }),

  serve(contract.listPointsFor, async ({ app, caller, params: { dropId } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    await runForDrop(app, caller, dropId)
    return { points: await pointsFor(app, dropId) }
  }),

  serve(contract.decideDrop, async ({ app, caller, params: { dropId }, body }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    await runForDrop(app, caller, dropId)
    await decideDrop(app, { dropId, actorId: caller.personId, ...(await decisionOf(app, dropId, body)) })
    return showDrop(app, caller, dropId)
  }),

  serve(contract.addPhoto, async ({ app, caller, params: { dropId }, body: { type, base64 } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    const bytes = Buffer.from(base64, 'base64')
    return { photoId: await addPhoto(app, { dropId, courierId: caller.personId, type, bytes }) }
  }),
]

/** Passes when the drop is on the caller's own run. */
async function runForDrop(app: App, { personId }: Caller, dropId: string): Promise<void> {
  const { run } = await dropWithRun(app, dropId)
  if (run.courierId !== personId) throw new Refusal('run_not_yours')
}
