import { decideDrop } from '../../../delivery/boxes/decide-drop'
import { emptyCompartment } from '../../../delivery/boxes/empty-compartment'
import { finishFollowUp } from '../../../delivery/boxes/finish-follow-up'
import { compartmentById, photoById } from '../../../delivery/boxes/queries'
import { dropById, ownerOfDrop } from '../../../delivery/queries'
import { ownerOfAlert, seeAlert } from '../../../delivery/watch/see-alert'
import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, instantOf } from '../../../kernel/time'
import { siteById } from '../../../places/queries'
import { type Route, serve } from '../../serve'
import { decisionOf, pointsFor } from '../points'
import { requireOwn } from '../reach'
import { compartmentView, dispatchAlert, lockersView } from '../views'
import * as contract from './contract'

export const boxRoutes: readonly Route[] = [
  serve(contract.listPointsFor, async ({ app, caller, params: { dropId } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    return { points: await pointsFor(app, dropId) }
  }),

  serve(contract.decideDrop, async ({ app, caller, params: { dropId }, body }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    await decideDrop(app, { dropId, actorId: caller.personId, ...(await decisionOf(app, dropId, body)) })
    return dropById(app, dropId)
  }),

  serve(contract.finishFollowUp, async ({ app, caller, params: { dropId } }) => {
    requireOwn(caller, await ownerOfDrop(app, dropId))
    await finishFollowUp(app, { dropId, actorId: caller.personId })
    return dropById(app, dropId)
  }),

  serve(contract.seeAlert, async ({ app, caller, params: { alertId: id } }) => {
    requireOwn(caller, await ownerOfAlert(app, id))
    return dispatchAlert(await seeAlert(app, { id, actorId: caller.personId }))
  }),

  serve(contract.showPhoto, async ({ app, caller, params: { photoId } }) => {
    const found = await photoById(app, photoId)
    requireOwn(caller, found)
    if (!found) throw new Refusal('not_found')
    const { id, dropId, type, bytes, takenAt } = found.photo
    return { id, dropId, type, base64: bytes.toString('base64'), takenAt: takenAt.toISOString() }
  }),

  serve(contract.listLockers, async ({ app, caller, params: { siteId } }) => {
    const site = await siteById(app, siteId)
    requireOwn(caller, site && { operatorId: site.operatorId, siteId })
    const yesterday = addDays(dateIn(site?.zone ?? 'UTC', app.now()), -1)
    return { lockers: await lockersView(app, siteId, instantOf(yesterday, '00:00', site?.zone ?? 'UTC')) }
  }),

  serve(contract.emptyCompartment, async ({ app, caller, params: { compartmentId: id } }) => {
    const door = await compartmentById(app, id)
    requireOwn(caller, await ownerOfDrop(app, door?.dropId ?? ''))
    await emptyCompartment(app, { id, actorId: caller.personId })
    const empty = await compartmentById(app, id)
    if (!empty) throw new Refusal('not_found')
    return compartmentView(empty)
  }),
]
