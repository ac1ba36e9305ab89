import type { z } from 'zod'
import { dishesByIds } from '../../../catalogue/queries'
import { saveCentre, setAllowed, setBudget, setPrice, setupOf } from '../../../funding/companies/manage-centres'
import { endRule, rulesOf, setRule } from '../../../funding/companies/manage-rules'
import { employeesOf } from '../../../funding/queries'
import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn } from '../../../kernel/time'
import { buildingsByIds, sitesOf } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import { companyWithin } from '../reach'
import * as contract from './contract'

const WHO = contract.saveCentre.who

/** Company administrators say how their company pays. */
export const companySetupRoutes: readonly Route[] = [
  serve(contract.showSetup, async ({ app, caller, params: { companyId }, query }) => {
    return read(app, await companyWithin(app, caller, contract.showSetup.who, companyId), query.month)
  }),

  serve(contract.saveCentre, async ({ app, caller, params: { companyId }, body }) => {
    const company = await companyWithin(app, caller, WHO, companyId)
    await saveCentre(app, { companyId, ...body, by: caller.personId })
    return read(app, company)
  }),

  serve(contract.setBudget, async ({ app, caller, params: { companyId, costCentreId }, body }) => {
    const company = await companyWithin(app, caller, WHO, companyId)
    await setBudget(app, { companyId, costCentreId, ...body, by: caller.personId })
    return read(app, company, body.month)
  }),

  serve(contract.setRule, async ({ app, caller, params: { companyId }, body }) => {
    const company = await companyWithin(app, caller, WHO, companyId)
    await setRule(app, { companyId, ...body, by: caller.personId })
    return read(app, company)
  }),

  serve(contract.endRule, async ({ app, caller, params: { companyId, seriesId }, body: { to } }) => {
    const company = await companyWithin(app, caller, WHO, companyId)
    await endRule(app, { companyId, seriesId, to, by: caller.personId })
    return read(app, company)
  }),

  serve(contract.setAllowed, async ({ app, caller, params: { companyId }, body: { siteIds, periods } }) => {
    const company = await companyWithin(app, caller, WHO, companyId)
    const own = new Set((await sitesOf(app, [company.operatorId])).map(({ id }) => id))
    if (siteIds?.some((id) => !own.has(id))) throw new Refusal('not_found')
    await setAllowed(app, { companyId, siteIds, periods, by: caller.personId })
    return read(app, await companyWithin(app, caller, WHO, companyId))
  }),

  serve(contract.setPrice, async ({ app, caller, params: { companyId, dishId }, body }) => {
    const company = await companyWithin(app, caller, contract.setPrice.who, companyId)
    const [dish] = await dishesByIds(app, [dishId])
    if (dish?.operatorId !== company.operatorId) throw new Refusal('not_found')
    await setPrice(app, { companyId, dishId, ...body, by: caller.personId })
    return read(app, company)
  }),
]

type Company = Awaited<ReturnType<typeof companyWithin>>

async function read(app: App, company: Company, asked?: string): Promise<z.input<typeof contract.Setup>> {
  const { id: companyId, currency, zone, operatorId, allowedSiteIds, allowedPeriods } = company
  const today = dateIn(zone, app.now())
  const month = asked ?? today.slice(0, 7)
  const { entities, sites, centres, prices } = await setupOf(app, companyId, month)
  const rules = await rulesOf(app, companyId)
  const buildings = await buildingsByIds(
    app,
    sites.map(({ buildingId }) => buildingId),
  )
  const kitchens = await sitesOf(app, [operatorId])
  const dishes = new Map(
    (
      await dishesByIds(
        app,
        prices.map(({ dishId }) => dishId),
      )
    ).map((dish) => [dish.id, dish]),
  )
  const people = await employeesOf(app, [companyId])
  return {
    companyId,
    currency,
    tomorrow: addDays(today, 1),
    month,
    entities,
    sites: buildings.map(({ id: buildingId, name }) => ({ buildingId, name })),
    departments: [...new Set(people.map(({ department }) => department))].sort(),
    centres,
    rules: rules.map((rule) => ({ ...rule, state: stateOf(rule, today) })),
    allowedSiteIds,
    allowedPeriods,
    kitchens: kitchens.map(({ id, name }) => ({ id, name })),
    prices: prices.flatMap(({ dishId, priceMinor, from }) => {
      const dish = dishes.get(dishId)
      return dish ? [{ dishId, name: dish.name, priceMinor, publicMinor: dish.priceMinor, from }] : []
    }),
  }
}

function stateOf({ from, to }: { readonly from: string; readonly to: string | null }, today: string) {
  if (to !== null && (to < today || to < from)) return 'over' as const
  return from > today ? ('coming' as const) : ('running' as const)
}
