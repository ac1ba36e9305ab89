import type { MenuDay } from '../catalogue/queries'
import { quoteFee } from '../delivery/fees/quote-fees'
import type { FullPlace } from '../places/queries'
import type { App } from '../platform/app'
import type { Known } from './known'

/** Asks the delivery what each meal's drop at a place costs and why; what is quoted and what is charged both come from here. */
export async function feesAt(app: App, known: Known, place: FullPlace, menuDays: ReadonlyMap<string, MenuDay>) {
  const days = [...menuDays.values()]
  const [spots, rules] = await Promise.all([
    known.siteSpots(app, [...new Set(days.map(({ siteId }) => siteId))]),
    known.feeRules(app, [...new Set(days.map(({ operatorId }) => operatorId))]),
  ])
  return ({ menuDayId, itemsMinor }: { readonly menuDayId: string; readonly itemsMinor: number }) => {
    const day = menuDays.get(menuDayId)
    const kitchen = day && spots.get(day.siteId)
    if (!day || !kitchen) throw new Error(`menu day ${menuDayId} has no kitchen`)
    return quoteFee(rules.get(day.operatorId) ?? [], {
      siteId: day.siteId,
      communityId: place.communityId,
      pointKind: place.kind,
      pointFeeMinor: place.feeMinor,
      itemsMinor,
      kitchen,
      building: place,
    })
  }
}
