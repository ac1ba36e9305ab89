import type { Delivery, ItemProblem, Lot } from './item'
import { type Offer, piecesOf } from './offer'

/** Several items from several suppliers over some days, bought together. Quantities are integers, prices a unit. */
export interface SupplyCase {
  readonly days: number
  readonly suppliers: readonly CaseSupplier[]
  readonly items: readonly CaseItem[]
  /** Most that all goods may cost; infinite when nobody says. */
  readonly budget: number
}

export interface CaseSupplier {
  readonly id: string
  /** Paid once a delivery, whatever it brings. */
  readonly orderCost: number
  /** Ascending. */
  readonly arrivalDays: readonly number[]
  /** A delivery's goods cost at least this. */
  readonly minOrderValue: number
}

export interface CaseItem {
  readonly name: string
  readonly demand: readonly number[]
  readonly lots: readonly Lot[]
  readonly shelfLife: number
  readonly holding: number
  readonly waste: number
  readonly storage: number
  /** By the supplier's place in the list; undefined for who does not sell it. */
  readonly offers: readonly (Offer | undefined)[]
}

/** What is bought of one item in one delivery. */
export interface CaseOrder {
  readonly item: number
  readonly supplier: number
  readonly day: number
  readonly quantity: number
}

/** A supplier's delivery day, as one number. */
export const deliveryKey = (supplier: number, day: number, days: number): number => supplier * days + day

export interface DeliveryTerms {
  readonly open: boolean
  readonly orderCost: number
  /** Taken off every price of the delivery, as a share. */
  readonly discount: number
}

/** One item of a case by itself, counted in the largest unit in which all its quantities are whole. */
export interface ScaledItem {
  readonly problem: ItemProblem
  readonly unit: number
}

/** The item as a problem of its own, with the deliveries that are open and what each costs it. */
export function itemOf(
  { suppliers, days }: SupplyCase,
  item: CaseItem,
  terms: (supplier: number, day: number) => DeliveryTerms,
): ScaledItem {
  const unit = largestUnit(item)
  const deliveries: Delivery[] = []
  for (let day = 0; day < days; day += 1) {
    suppliers.forEach(({ arrivalDays }, source) => {
      const offer = item.offers[source]
      if (!offer || !arrivalDays.includes(day)) return
      const { open, orderCost, discount } = terms(source, day)
      if (open)
        deliveries.push({ day, source, orderCost, step: offer.step / unit, pieces: scaled(offer, unit, discount) })
    })
  }
  const problem = {
    demand: item.demand.map((units) => units / unit),
    lots: item.lots.map((lot) => ({ ...lot, quantity: lot.quantity / unit })),
    shelfLife: item.shelfLife,
    holding: item.holding * unit,
    waste: item.waste * unit,
    storage: Math.floor(item.storage / unit),
    deliveries,
  }
  return { problem, unit }
}

const scaled = (offer: Offer, unit: number, discount: number) =>
  piecesOf(offer).map(({ from, to, fixed, price }) => ({
    from: from / unit,
    to: to / unit,
    fixed: fixed * (1 - discount),
    price: price * unit * (1 - discount),
  }))

function largestUnit({ demand, lots, offers }: CaseItem): number {
  const steps = offers.flatMap((offer) => (offer ? [offer.step] : []))
  const all = [...demand, ...lots.map(({ quantity }) => quantity), ...steps]
  return all.reduce(greatestCommonDivisor, 0) || 1
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b]
  return a
}
