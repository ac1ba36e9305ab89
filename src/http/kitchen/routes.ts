import { addDays, dateIn } from '../../kernel/time'
import { bumpTicket } from '../../kitchen/bump-ticket'
import { finishBatch } from '../../kitchen/finish-batch'
import { ownerOfBatch, ownerOfTicket, servicesFrom, showService } from '../../kitchen/queries'
import { recallTicket } from '../../kitchen/recall-ticket'
import { kitchenTopic } from '../../kitchen/screens'
import { startBatch } from '../../kitchen/start-batch'
import { undoStart } from '../../kitchen/undo-start'
import { sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Caller, scopesOf, tenantsOf } from '../caller'
import { type Route, serve, stream } from '../serve'
import * as contract from './contract'
import { ownSite, requireOwn } from './reach'

const KITCHEN = ['kitchen'] as const

async function mySites(app: App, caller: Caller) {
  const scopes = scopesOf(caller, KITCHEN)
  const sites = await sitesOf(app, tenantsOf(caller, KITCHEN))
  const mine = sites.filter(({ id }) => !scopes || scopes.includes(id))
  const yesterday = addDays(dateIn('UTC', app.now()), -1)
  const ids = mine.map(({ id }) => id)
  const services = await servicesFrom(app, ids, yesterday)
  return mine.map(({ id, name, zone }) => ({
    id,
    name,
    zone,
    services: services.filter(({ siteId }) => siteId === id),
  }))
}

export const kitchenRoutes: readonly Route[] = [
  serve(contract.listSites, async ({ app, caller }) => ({
    now: app.now().toISOString(),
    sites: await mySites(app, caller),
  })),

  serve(contract.showService, async ({ app, caller, params }) => {
    await ownSite(app, caller, params.siteId)
    return showService(app, params)
  }),

  stream(contract.watchSite, async ({ app, caller, params: { siteId } }) => {
    await ownSite(app, caller, siteId)
    return kitchenTopic(siteId)
  }),

  serve(contract.bumpTicket, async ({ app, caller, params: { ticketId }, body }) => {
    requireOwn(caller, await ownerOfTicket(app, ticketId))
    return bumpTicket(app, { ...body, ticketId, actorId: caller.personId })
  }),

  serve(contract.recallTicket, async ({ app, caller, params: { ticketId }, body }) => {
    requireOwn(caller, await ownerOfTicket(app, ticketId))
    return recallTicket(app, { ...body, ticketId, actorId: caller.personId })
  }),

  serve(contract.startBatch, async ({ app, caller, params: { batchId } }) => {
    requireOwn(caller, await ownerOfBatch(app, batchId))
    return startBatch(app, { batchId, actorId: caller.personId })
  }),

  serve(contract.finishBatch, async ({ app, caller, params: { batchId } }) => {
    requireOwn(caller, await ownerOfBatch(app, batchId))
    return finishBatch(app, { batchId, actorId: caller.personId })
  }),

  serve(contract.undoStart, async ({ app, caller, params: { batchId } }) => {
    requireOwn(caller, await ownerOfBatch(app, batchId))
    return undoStart(app, { batchId, actorId: caller.personId })
  }),
]
