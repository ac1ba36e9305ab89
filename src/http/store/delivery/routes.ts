import { fetchDrop } from '../../../delivery/boxes/fetch-drop'
import { deliveryOfOrder } from '../../../delivery/boxes/queries'
import { Refusal } from '../../../kernel/refusal'
import { ownOrder } from '../../../ordering/order-details'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const storeDeliveryRoutes: readonly Route[] = [
  serve(contract.showDelivery, async ({ app, caller, params: { orderId } }) => {
    if (!(await ownOrder(app, caller.personId, orderId))) throw new Refusal('not_found')
    const rows = await deliveryOfOrder(app, orderId)
    return {
      now: app.now().toISOString(),
      groups: rows.flatMap(({ drop, stop, runStatus, compartment, stopsBefore, fetchBy }) => {
        const { groupId, status, servicePointId, point, pointKind, failureReason, nextAction } = drop
        if (status === 'void') return []
        const late = stop.eta !== null && stop.doneAt === null && stop.eta > stop.windowTo
        const group = { groupId, status, servicePointId, point, pointKind, failureReason, nextAction }
        const { windowFrom, windowTo, eta } = stop
        const when = { eta: iso(eta), windowFrom: windowFrom.toISOString(), windowTo: windowTo.toISOString(), late }
        return [{ ...group, ...when, runStatus, stopsBefore, compartment, fetchBy: iso(fetchBy) }]
      }),
    }
  }),

  serve(contract.openLocker, async ({ app, params: { servicePointId }, body }) =>
    fetchDrop(app, { servicePointId, ...body }),
  ),
]
