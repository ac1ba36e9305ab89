import { dishOnMenu } from '../../../catalogue/dish-on-menu'
import { Refusal } from '../../../kernel/refusal'
import { countOf, markSoldOut } from '../../../kitchen/sold-out/mark-sold-out'
import { intakeOf, setIntake } from '../../../kitchen/sold-out/set-intake'
import { leftOvers } from '../../../kitchen/waste/left-of'
import { noteWaste } from '../../../kitchen/waste/note-waste'
import { portionsLeft } from '../../../ordering/queries'
import { stopOffer } from '../../../ordering/sold-out/stop-offer'
import { substituteLines } from '../../../ordering/sold-out/substitute-lines'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import { menuDayOf } from '../menu-day'
import { ownSite } from '../reach'
import * as contract from './contract'

/** The dish that stands in, with the portions of it nobody has ordered. */
async function standInFor(app: App, substitute: NonNullable<Awaited<ReturnType<typeof dishOnMenu>>>['substitute']) {
  if (!substitute) return undefined
  const { offer, station } = substitute
  const left = await portionsLeft(app, [offer.id])
  const { dishId, recipeVersionId, name, allergens } = offer
  const portions = left.get(offer.id)?.left ?? 0
  return {
    offer,
    dish: { dishId, recipeVersionId, station: station ?? undefined, name, allergens: allergens.contains, portions },
  }
}

const intakeView = ({ mode, leadMinutes, until, minutesPerMeal }: Awaited<ReturnType<typeof intakeOf>>) => ({
  mode,
  leadMinutes,
  minutesPerMeal,
  until: until?.toISOString() ?? null,
})

/** What is decided in the middle of a service. */
export const kitchenServiceRoutes: readonly Route[] = [
  serve(contract.markSoldOut, async ({ app, caller, params, body: { dishId, portionsLeft: left } }) => {
    const { operatorId } = await ownSite(app, caller, params.siteId)
    const { id: menuDayId } = await menuDayOf(app, params)
    const found = await dishOnMenu(app, menuDayId, dishId)
    if (!found) throw new Refusal('not_found')
    const standIn = await standInFor(app, found.substitute)
    const { name, id: offerId } = found.dish
    const what = { operatorId, siteId: params.siteId, menuDayId, dishId, name, portionsLeft: left }
    const decided = await markSoldOut(app, { ...what, standIn: standIn?.dish, actorId: caller.personId })
    const lines = decided.filter(({ outcome }) => outcome === 'substituted')
    const portions = lines.reduce((sum, { quantity }) => sum + quantity, 0)
    await stopOffer(app, { offerId, taking: standIn && { offerId: standIn.offer.id, portions } })
    if (standIn) await substituteLines(app, { lines, ...standIn.dish, allergens: standIn.offer.allergens })
    return countOf(decided)
  }),

  serve(contract.showIntake, async ({ app, caller, params: { siteId } }) => {
    await ownSite(app, caller, siteId)
    return intakeView(await intakeOf(app, siteId))
  }),

  serve(contract.setIntake, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const until = body.until === null ? null : new Date(body.until)
    await setIntake(app, { ...body, until, operatorId, siteId, actorId: caller.personId })
    return intakeView(await intakeOf(app, siteId))
  }),

  serve(contract.showLeftOvers, async ({ app, caller, params }) => {
    await ownSite(app, caller, params.siteId)
    return { dishes: await leftOvers(app, params) }
  }),

  serve(contract.noteWaste, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    return { wasteId: await noteWaste(app, { ...body, operatorId, siteId, actorId: caller.personId }) }
  }),
]
