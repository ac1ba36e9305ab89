import { offersByIds } from '../../catalogue/queries'
import { Refusal } from '../../kernel/refusal'
import { priceBasket } from '../../ordering/price-basket'
import { coverageOf, type FullPlace, pointsByIds } from '../../places/queries'
import type { App } from '../../platform/app'

export interface Wish {
  readonly offerId: string
  readonly quantity: number
}

/** The place of a service point. @throws Refusal `not_found`. */
export async function requirePlace(app: App, servicePointId: string): Promise<FullPlace> {
  const [place] = await pointsByIds(app, [servicePointId])
  if (!place) throw new Refusal('not_found')
  return place
}

/**
 * A basket at a place, with the prices of this moment. Asks the catalogue what it costs and places who serves, and tells
 * ordering.
 * @throws Refusal `not_found` for an unknown offer, `not_deliverable` for a kitchen that does not serve the place.
 */
export async function readBasket(app: App, place: FullPlace, wishes: readonly Wish[]) {
  const [found, served] = await Promise.all([
    offersByIds(
      app,
      wishes.map(({ offerId }) => offerId),
    ),
    coverageOf(app, place.communityId),
  ])
  const byId = new Map(found.map((row) => [row.offer.id, row]))
  const rows = wishes.map(({ offerId, quantity }) => {
    const row = byId.get(offerId)
    if (!row) throw new Refusal('not_found')
    const { siteId, period } = row.menuDay
    if (!served.some((area) => area.siteId === siteId && area.period === period)) {
      throw new Refusal('not_deliverable', { offerId })
    }
    return { ...row, quantity }
  })
  const items = rows.map(({ offer, quantity }) => {
    const { id: offerId, priceMinor: unitMinor, ...facts } = offer
    return { ...facts, offerId, unitMinor, quantity }
  })
  const menuDays = new Map(rows.map(({ menuDay }) => [menuDay.id, menuDay]))
  return { quote: priceBasket(items, place.feeMinor), menuDays }
}
