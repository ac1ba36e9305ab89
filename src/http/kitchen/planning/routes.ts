import { plannedMenu } from '../../../catalogue/queries'
import { mixesFor } from '../../../catalogue/recipes/explode-recipes'
import { recipesByVersion, recipesInForce } from '../../../catalogue/recipes/queries'
import type { ServiceDate } from '../../../kernel/time'
import { listPrep } from '../../../kitchen/planning/list-prep'
import { markPrep } from '../../../kitchen/planning/mark-prep'
import { mendOutage, ownerOfOutage, reportOutage } from '../../../kitchen/planning/report-outage'
import { outagesAt } from '../../../kitchen/planning/resources'
import { setCooks, setUpOf, setUpStation } from '../../../kitchen/planning/set-up-stations'
import { firmPortions } from '../../../ordering/queries'
import type { App } from '../../../platform/app'
import { forecastFor } from '../../../procurement/forecasting/forecast-for'
import { type Route, serve } from '../../serve'
import { menuDayOf } from '../menu-day'
import { ownSite, requireOwn } from '../reach'
import * as contract from './contract'

async function setUpView(app: App, siteId: string) {
  const outages = await outagesAt(app, siteId)
  return {
    ...(await setUpOf(app, siteId)),
    outages: outages.map(({ id, station, places, fromAt, untilAt }) => {
      return { id, station, places, from: fromAt.toISOString(), until: untilAt.toISOString() }
    }),
  }
}

/** Asks what is on the menus of a date, what is ordered and foreseen of it, and how it is made. */
async function tasksOf(app: App, siteId: string, date: ServiceDate) {
  const tasks = await listPrep(app, {
    menu: await plannedMenu(app, siteId, date, date),
    ordered: await firmPortions(app, { siteId, from: date, to: date }),
    foreseen: await forecastFor(app, { siteId, from: date, to: date, serviceLevel: 0.5 }),
    methodsOf: (versionIds) => recipesByVersion(app, versionIds),
    mixesFor: async (wanted) => {
      const mixes = await mixesFor(app, wanted)
      const made = await recipesInForce(app, [...mixes.keys()])
      return made.map((mix) => ({ ...mix, grams: mixes.get(mix.recipeId) ?? 0 }))
    },
  })
  return tasks.map((task) => ({ ...task, doneAt: task.doneAt?.toISOString() ?? null }))
}

/** Kitchens set up their stations, report what is broken, and make ready what they can the day before. */
export const kitchenPlanningRoutes: readonly Route[] = [
  serve(contract.showSetUp, async ({ app, caller, params: { siteId } }) => {
    await ownSite(app, caller, siteId)
    return setUpView(app, siteId)
  }),

  serve(contract.setUpStation, async ({ app, caller, params: { siteId, code }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    await setUpStation(app, { ...body, operatorId, siteId, code, actorId: caller.personId })
    return setUpView(app, siteId)
  }),

  serve(contract.setCooks, async ({ app, caller, params: { siteId }, body: { cooks } }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    await setCooks(app, { operatorId, siteId, cooks, actorId: caller.personId })
    return setUpView(app, siteId)
  }),

  serve(contract.reportOutage, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const span = { from: body.from ? new Date(body.from) : app.now(), until: new Date(body.until) }
    await reportOutage(app, { ...body, ...span, operatorId, siteId, actorId: caller.personId })
    return setUpView(app, siteId)
  }),

  serve(contract.mendOutage, async ({ app, caller, params: { outageId } }) => {
    const owner = await ownerOfOutage(app, outageId)
    requireOwn(caller, owner)
    await mendOutage(app, { outageId, actorId: caller.personId })
    return setUpView(app, owner?.siteId ?? '')
  }),

  serve(contract.listPrep, async ({ app, caller, params: { siteId, serviceDate } }) => {
    await ownSite(app, caller, siteId)
    return { tasks: await tasksOf(app, siteId, serviceDate) }
  }),

  serve(contract.markPrep, async ({ app, caller, params, body: { taskId, done } }) => {
    const { operatorId } = await ownSite(app, caller, params.siteId)
    const { id: menuDayId } = await menuDayOf(app, params)
    await markPrep(app, { operatorId, menuDayId, taskId, done, actorId: caller.personId })
    return { done }
  }),
]
