import type { z } from 'zod'
import { type MenuDay, offersOn } from '../../catalogue/queries'
import { agreedPrices } from '../../funding/companies/agreed-prices'
import { portionsLeft } from '../../ordering/queries'
import type { App } from '../../platform/app'
import type { Caller } from '../caller'
import type { Menu } from './contract'
import type { Known } from '../../shopping/known'

/** What some meals offer now, with the prices of the caller's company beside the public ones. */
export async function menusOf(
  app: App,
  known: Known,
  caller: Caller,
  shown: readonly MenuDay[],
): Promise<z.input<typeof Menu>[]> {
  if (shown.length === 0) return []
  const offers = await offersOn(
    app,
    shown.map(({ id }) => id),
  )
  const left = await portionsLeft(
    app,
    offers.map(({ id }) => id),
  )
  const nameOf = await known.siteNames(
    app,
    shown.map(({ siteId }) => siteId),
  )
  const agreed = caller.memberships.some(({ role }) => role === 'employee')
    ? await agreedPrices(app, caller.personId, offers)
    : undefined
  return shown.map((day) => {
    const own = offers.filter(({ menuDayId }) => menuDayId === day.id)
    const closed = own.some(({ id }) => left.get(id)?.closed)
    return {
      menuDayId: day.id,
      site: { id: day.siteId, name: nameOf.get(day.siteId) ?? { zh: '', en: '' } },
      serviceDate: day.serviceDate,
      period: day.period,
      zone: day.zone,
      cutoffAt: day.cutoffAt.toISOString(),
      servesFrom: day.servesFrom.toISOString(),
      servesTo: day.servesTo.toISOString(),
      open: app.now() < day.cutoffAt && !closed,
      offers: own.map(
        ({ id, dishId, name, description, category, tags, art, priceMinor, currency, nutrition, allergens }) => {
          // a pool that is not there yet is a menu published a moment ago
          const portions = left.get(id)?.left ?? 0
          const facts = {
            id,
            dishId,
            name,
            description,
            category,
            tags: [...tags],
            art,
            priceMinor,
            companyMinor: agreed?.get(dishId) ?? null,
            currency,
            allergens,
          }
          return { ...facts, kcal: nutrition.kcal, left: portions, soldOut: portions <= 0 }
        },
      ),
    }
  })
}
