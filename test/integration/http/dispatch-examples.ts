import * as boxes from '../../../src/http/dispatch/boxes/contract'
import * as courier from '../../../src/http/courier/contract'
import * as dispatch from '../../../src/http/dispatch/contract'
import * as storeDelivery from '../../../src/http/store/delivery/contract'
import type { ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

/** The board while nothing is loaded. Each change is made on the version the one before left behind. */
export function boardExamples({
  date,
  menuDayId,
  planVersion,
  runId,
  stopId,
  drops,
  service,
  alertId,
  vehicleId,
}: ServiceDay): Example[] {
  const as = 'dispatcher' as const
  const place = { runId, position: 1 }
  return [
    { endpoint: dispatch.listDays, as, query: { date } },
    { endpoint: dispatch.showBoard, as, params: { menuDayId } },
    { endpoint: dispatch.watchSite, as, params: { siteId: service.siteId } },
    { endpoint: dispatch.previewMove, as, params: { stopId }, body: place },
    { endpoint: dispatch.moveStop, as, params: { stopId }, body: { ...place, version: planVersion } },
    { endpoint: dispatch.pinStop, as, params: { stopId }, body: { pinned: true } },
    {
      endpoint: dispatch.splitStop,
      as,
      params: { stopId },
      body: { dropIds: [drops[1]?.id], version: planVersion + 2 },
    },
    { endpoint: dispatch.insertWaiting, as, params: { menuDayId } },
    { endpoint: dispatch.assignRun, as, params: { runId }, body: { courierId: null } },
    { endpoint: dispatch.replan, as, params: { menuDayId }, body: { version: 1 }, refused: 'plan_changed' },
    { endpoint: dispatch.setVehicle, as, params: { vehicleId }, body: { active: true } },
    { endpoint: boxes.seeAlert, as, params: { alertId } },
  ]
}

/** The run from claim to the door, and what is done about a box nobody took. */
export function courierExamples({ runId, drops, service, photoId, point, cookedIds }: ServiceDay): Example[] {
  const [first, second] = drops
  const [as, board] = ['courier', 'dispatcher'] as const
  const dropId = second.id
  const here = { lat: 31.2, lon: 121.5, at: '2020-01-01T00:00:00Z' }
  return [
    { endpoint: courier.listRuns, as },
    { endpoint: courier.showRun, as, params: { runId } },
    { endpoint: courier.watchRuns, as, params: { siteId: service.siteId } },
    { endpoint: courier.claimRun, as, params: { runId } },
    { endpoint: courier.loadRun, as, params: { runId }, body: { scanned: [], reason: 'no scanner today' } },
    { endpoint: courier.departRun, as, params: { runId } },
    { endpoint: courier.releaseRun, as, params: { runId }, refused: 'run_not_ready' },
    { endpoint: courier.reportPosition, as, params: { runId }, body: here },
    { endpoint: courier.handOver, as, params: { dropId: first.id }, body: { code: first.code } },
    { endpoint: courier.addPhoto, as, params: { dropId: first.id }, body: { type: 'image/png', base64: PNG } },
    { endpoint: courier.storeDrop, as, params: { dropId }, refused: 'not_in_locker' },
    { endpoint: courier.failDrop, as, params: { dropId }, body: { reason: 'nobody_there' } },
    { endpoint: courier.listPointsFor, as, params: { dropId } },
    { endpoint: boxes.listPointsFor, as: board, params: { dropId } },
    { endpoint: courier.decideDrop, as, params: { dropId }, body: { decision: 'retry_later' } },
    {
      endpoint: boxes.decideDrop,
      as: board,
      params: { dropId },
      body: { decision: 'retry_later' },
      refused: 'drop_not_held',
    },
    { endpoint: boxes.finishFollowUp, as: board, params: { dropId }, refused: 'nothing_to_do' },
    { endpoint: boxes.showPhoto, as: board, params: { photoId } },
    { endpoint: boxes.listLockers, as: board, params: { siteId: service.siteId } },
    {
      endpoint: boxes.emptyCompartment,
      as: board,
      params: { compartmentId: 'sp_locker_none_1' },
      refused: 'not_found',
    },
    { endpoint: storeDelivery.showDelivery, as: 'guest', params: { orderId: cookedIds[0] ?? '' } },
    {
      endpoint: storeDelivery.openLocker,
      as: 'guest',
      params: { servicePointId: point },
      body: { number: '000', code: '0000' },
      refused: 'not_in_locker',
    },
    { endpoint: dispatch.stopRun, as: board, params: { runId }, body: { reason: 'illness' } },
    { endpoint: courier.stopRun, as, params: { runId }, body: { reason: 'illness' }, refused: 'run_not_ready' },
  ]
}

/** The eight bytes every picture of this kind begins with. */
export const PNG = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')
