import { instantOf } from '../../../kernel/time'
import type { ImportSupply } from '../../../procurement/import-supply'
import type { DemoCity } from '../city'
import { siteOf } from '../places/sites'

/** Deliveries come at this time of the day. */
const DELIVERED_AT = '05:30'
const ZONE = 'Asia/Shanghai'

/** The demo city as rows of `procurement`. */
export const supplyOf = (city: DemoCity): ImportSupply => ({
  ingredients: city.ingredients.map(({ id, name, unit, allergens, nutrition, shelfDays, storage }) => ({
    id,
    name,
    unit,
    storage,
    contains: allergens ? [...allergens.contains] : null,
    mayContain: [...(allergens?.mayContain ?? [])],
    nutrition: { ...nutrition },
    shelfLifeDays: shelfDays,
  })),
  suppliers: city.suppliers.map((supplier) => ({
    id: supplier.id,
    operatorId: supplier.operatorId,
    name: supplier.name,
    deliveryWeekdays: [...supplier.deliveryWeekdays],
    leadDays: supplier.leadDays,
    orderCutoff: supplier.orderCutoff,
    minimumMinor: supplier.minimumMinor,
    zone: ZONE,
  })),
  supplyTerms: city.terms.map((term) => ({ ...term, priceBreaks: [...term.priceBreaks] })),
  certificates: [...city.certificates],
  lots: city.lots.map(({ receivedOn, ...lot }) => ({
    ...lot,
    receivedAt: instantOf(receivedOn, DELIVERED_AT, siteOf(lot.siteId).zone),
  })),
  demandHistory: [...city.history],
})
