import { menuDayById, menuDaysOf, offersByIds, offersOn } from '../../../catalogue/queries'
import {
  askCatering,
  type Catering,
  cateringById,
  cateringOf,
  closeCatering,
} from '../../../funding/catering/ask-catering'
import { proposeCatering, quoteCatering } from '../../../funding/catering/quote-catering'
import { setupOf } from '../../../funding/companies/manage-centres'
import { companiesByIds } from '../../../funding/queries'
import { Refusal } from '../../../kernel/refusal'
import { portionsLeft } from '../../../ordering/queries'
import { buildingsByIds, listPointsIn } from '../../../places/queries'
import type { App } from '../../../platform/app'
import type { Payments } from '../../../platform/payments/open'
import { openKnown } from '../../../shopping/known'
import { acceptCatering, cateringBasket, changeCateringHeads } from '../../../shopping/place-catering'
import { type Caller, requireWithin, tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import { companyWithin } from '../reach'
import * as contract from './contract'
import { cateringViews } from './views'

const WHO = contract.askCatering.who
const COOKS = contract.listCateringToQuote.who

/** Catering by the head, for those who ask and those who cook. */
export function cateringRoutes(payments: Payments): readonly Route[] {
  const known = openKnown()
  const ofCompany = async (app: App, companyId: string) => {
    return { catering: await cateringViews(app, await cateringOf(app, { companyIds: [companyId] })) }
  }
  const ofTenant = async (app: App, caller: Caller) => {
    return { catering: await cateringViews(app, await cateringOf(app, { operatorIds: tenantsOf(caller, COOKS) })) }
  }
  const ownRequest = (app: App, caller: Caller, requestId: string) =>
    cateringById(app, { operatorIds: tenantsOf(caller, COOKS) }, requestId)

  return [
    serve(contract.listCatering, async ({ app, caller, params: { companyId } }) => {
      const company = await companyWithin(app, caller, WHO, companyId)
      const { sites } = await setupOf(app, companyId, '')
      const buildingIds = [...new Set([company.buildingId, ...sites.map(({ buildingId }) => buildingId)])]
      return { ...(await ofCompany(app, companyId)), points: await pointsIn(app, buildingIds) }
    }),

    serve(contract.askCatering, async ({ app, caller, params: { companyId }, body }) => {
      await companyWithin(app, caller, WHO, companyId)
      await known.place(app, body.servicePointId)
      const diets = Object.fromEntries(Object.entries(body.diets).filter(([, heads]) => (heads ?? 0) > 0))
      await askCatering(app, { companyId, ...body, diets, by: caller.personId })
      return ofCompany(app, companyId)
    }),

    serve(contract.acceptCatering, async ({ app, caller, params, body: { version }, receivedAt }) => {
      const { companyId, requestId } = params
      await companyWithin(app, caller, WHO, companyId)
      const asking = { personId: caller.personId, receivedAt, provider: payments.current }
      await acceptCatering(app, known, { companyId, requestId, version, ...asking })
      return ofCompany(app, companyId)
    }),

    serve(contract.changeHeads, async ({ app, caller, params, body: { version, heads }, receivedAt }) => {
      const { companyId, requestId } = params
      await companyWithin(app, caller, WHO, companyId)
      const asking = { personId: caller.personId, receivedAt, provider: payments.current }
      await changeCateringHeads(app, known, { companyId, requestId, version, heads, ...asking })
      return ofCompany(app, companyId)
    }),

    serve(contract.withdrawCatering, async ({ app, caller, params: { companyId, requestId } }) => {
      await companyWithin(app, caller, WHO, companyId)
      const { operatorId } = await cateringById(app, { companyIds: [companyId] }, requestId)
      const by = caller.personId
      await closeCatering(app, { requestId, operatorId, status: 'withdrawn', answer: '', by })
      return ofCompany(app, companyId)
    }),

    serve(contract.listCateringToQuote, ({ app, caller }) => ofTenant(app, caller)),

    serve(contract.proposeCatering, async ({ app, caller, params: { requestId } }) => {
      const request = await ownRequest(app, caller, requestId)
      return { proposals: await proposals(app, request) }
    }),

    serve(contract.quoteCatering, async ({ app, caller, params: { requestId }, body }) => {
      const request = await ownRequest(app, caller, requestId)
      const day = await menuDayById(app, body.menuDayId)
      if (!day || day.serviceDate !== request.serviceDate || day.period !== request.period)
        throw new Refusal('not_found')
      requireWithin(caller, COOKS, day.operatorId, day.siteId)
      const offered = await offersByIds(
        app,
        body.lines.map(({ offerId }) => offerId),
      )
      const offers = new Map(offered.map(({ offer }) => [offer.id, offer]))
      const lines = body.lines.map(({ offerId, quantity, unitMinor }) => {
        const offer = offers.get(offerId)
        if (offer?.menuDayId !== day.id) throw new Refusal('not_found')
        return { offerId, dishId: offer.dishId, name: offer.name, quantity, unitMinor }
      })
      const { basket } = await cateringBasket(app, known, { ...request, lines })
      const validUntil = new Date(body.validUntil)
      const { totalMinor } = basket.quote
      await quoteCatering(app, { request, day, lines, totalMinor, validUntil, by: caller.personId })
      return ofTenant(app, caller)
    }),

    serve(contract.declineCatering, async ({ app, caller, params: { requestId }, body: { reason } }) => {
      const { operatorId } = await ownRequest(app, caller, requestId)
      const by = caller.personId
      await closeCatering(app, { requestId, operatorId, status: 'declined', answer: reason, by })
      return ofTenant(app, caller)
    }),
  ]

  /** Of every kitchen that serves the place then, as far as the company allows it. */
  async function proposals(app: App, request: Catering) {
    const place = await known.place(app, request.servicePointId)
    const [company] = await companiesByIds(app, [request.companyId])
    const allowed = company?.allowedSiteIds
    const sites = (await known.served(app, place.communityId)).filter(({ siteId, period }) => {
      return period === request.period && (!allowed || allowed.includes(siteId))
    })
    const siteIds = sites.map(({ siteId }) => siteId)
    const days = (await menuDaysOf(app, siteIds, request.serviceDate, request.serviceDate)).filter((day) => {
      return day.period === request.period && day.operatorId === request.operatorId && day.cutoffAt > app.now()
    })
    const names = await known.siteNames(app, siteIds)
    const offers = await offersOn(
      app,
      days.map(({ id }) => id),
    )
    const left = await portionsLeft(
      app,
      offers.map(({ id }) => id),
    )
    const found = []
    for (const day of days) {
      const own = offers.filter(({ menuDayId }) => menuDayId === day.id)
      const mix = feeding(request, own, left)
      if (!mix) continue
      const lines = mix.flatMap(({ offerId, quantity }) => {
        const offer = own.find(({ id }) => id === offerId)
        return offer ? [{ offerId, dishId: offer.dishId, name: offer.name, quantity, unitMinor: offer.priceMinor }] : []
      })
      const { basket } = await cateringBasket(app, known, { ...request, lines })
      found.push({
        menuDayId: day.id,
        site: names.get(day.siteId) ?? { zh: '', en: '' },
        cutoffAt: day.cutoffAt.toISOString(),
        lines: lines.map(({ dishId: _dish, ...line }) => line),
        totalMinor: basket.quote.totalMinor,
      })
    }
    return found
  }
}

/** What a kitchen could cook; undefined where somebody would have nothing. */
function feeding(
  request: Catering,
  offers: Awaited<ReturnType<typeof offersOn>>,
  left: Awaited<ReturnType<typeof portionsLeft>>,
) {
  try {
    const counted = offers.map(({ id: offerId, ...offer }) => ({
      ...offer,
      offerId,
      left: left.get(offerId)?.left ?? 0,
    }))
    return proposeCatering(request, counted)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function pointsIn(app: App, buildingIds: readonly string[]) {
  const buildings = await buildingsByIds(app, buildingIds)
  const rows = []
  for (const id of new Set(buildings.map(({ communityId }) => communityId))) rows.push(...(await listPointsIn(app, id)))
  return rows
    .filter(({ building }) => buildingIds.includes(building.id))
    .map(({ building, point }) => ({
      servicePointId: point.id,
      name: { zh: `${building.name.zh} ${point.name.zh}`, en: `${building.name.en}, ${point.name.en}` },
    }))
}
