import { boxesToLabel } from '../../../delivery/runs/boxes-to-label'
import { eatBy } from '../../../kitchen/labels/eat-by'
import { printBoxLabels, printSampleLabel } from '../../../kitchen/labels/print-labels'
import { ownerOfSample, sampleById } from '../../../kitchen/safety/queries'
import { groupsForKitchen } from '../../../ordering/queries'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import { menuDayOf } from '../menu-day'
import { ownSite, requireOwn } from '../reach'
import * as contract from './contract'

/** Asks the delivery where each box goes, ordering what is in it and the kitchen until when it is good. */
async function boxesOf(app: App, menuDayId: string) {
  const packed = await boxesToLabel(app, menuDayId)
  const orders = await groupsForKitchen(
    app,
    packed.map(({ groupId }) => groupId),
  )
  const linesOf = new Map(orders.map(({ groupId, lines }) => [groupId, lines]))
  const dishIds = (groupId: string) => (linesOf.get(groupId) ?? []).map(({ dishId }) => dishId)
  const good = await eatBy(
    app,
    packed.map(({ groupId, useBy }) => ({ groupId, menuDayId, dishIds: dishIds(groupId), useBy })),
  )
  return packed.map(({ useBy, ...box }) => ({
    ...box,
    allergens: (linesOf.get(box.groupId) ?? []).map(({ allergens }) => allergens),
    eatBy: good.get(box.groupId) ?? useBy,
  }))
}

/** What is stuck on boxes and samples. */
export const kitchenLabelRoutes: readonly Route[] = [
  serve(contract.printBoxLabels, async ({ app, caller, params }) => {
    const { zone } = await ownSite(app, caller, params.siteId)
    const { id } = await menuDayOf(app, params)
    const content = await printBoxLabels(await boxesOf(app, id), zone)
    return { name: `labels-${params.serviceDate}-${params.period}.pdf`, content }
  }),

  serve(contract.printSampleLabel, async ({ app, caller, params: { sampleId } }) => {
    requireOwn(caller, await ownerOfSample(app, sampleId))
    const sample = await sampleById(app, sampleId)
    const { zone } = await ownSite(app, caller, sample.siteId)
    return { name: `${sampleId}.pdf`, content: await printSampleLabel(sample, zone) }
  }),
]
