import type { Allergens } from '../../kernel/allergens'
import { taxIncluded } from '../../kernel/money'
import type { Text } from '../../kernel/text'

/** One wish of a basket with what the catalogue says about it. */
export interface PricedItem {
  readonly offerId: string
  readonly menuDayId: string
  readonly operatorId: string
  readonly dishId: string
  readonly variantId: string | null
  readonly recipeVersionId: string | null
  readonly name: Text
  readonly quantity: number
  readonly unitMinor: number
  readonly taxBps: number
  readonly allergens: Allergens
}

/** A meal that is delivered once. */
export interface MealOfBasket {
  readonly menuDayId: string
  readonly itemsMinor: number
}

/** What each meal's drop costs and how that is taxed. */
export interface DeliveryFee {
  readonly of: (meal: MealOfBasket) => number
  readonly taxBps: number
}

export interface QuotedGroup {
  readonly menuDayId: string
  readonly operatorId: string
  readonly items: readonly PricedItem[]
  readonly itemsMinor: number
  readonly feeMinor: number
  readonly boxes: number
}

export interface Quote {
  readonly groups: readonly QuotedGroup[]
  readonly itemsMinor: number
  readonly feeMinor: number
  readonly totalMinor: number
  /** The tax inside the total, rounded half up per line and fee. */
  readonly taxMinor: number
  /** The part of it inside the fees. */
  readonly feeTaxMinor: number
}

/**
 * Adds up a basket: one fulfilment group per menu day, one delivery fee per group, prices inclusive of tax.
 * A box holds one portion, so boxes are portions.
 */
export function quote(items: readonly PricedItem[], fee: DeliveryFee): Quote {
  const byMenuDay = new Map<string, PricedItem[]>()
  for (const item of items) byMenuDay.set(item.menuDayId, [...(byMenuDay.get(item.menuDayId) ?? []), item])
  const groups = [...byMenuDay].map(([menuDayId, inGroup]) => {
    const meal = { menuDayId, itemsMinor: sum(inGroup.map(lineMinor)) }
    return {
      ...meal,
      operatorId: inGroup[0]?.operatorId ?? '',
      items: inGroup,
      feeMinor: fee.of(meal),
      boxes: sum(inGroup.map(({ quantity }) => quantity)),
    }
  })
  const itemsMinor = sum(groups.map((group) => group.itemsMinor))
  const feeMinor = sum(groups.map((group) => group.feeMinor))
  const tax = items.map((item) => taxIncluded(lineMinor(item), item.taxBps))
  const feeTax = groups.map((group) => taxIncluded(group.feeMinor, fee.taxBps))
  const feeTaxMinor = sum(feeTax)
  const taxMinor = sum(tax) + feeTaxMinor
  return { groups, itemsMinor, feeMinor, totalMinor: itemsMinor + feeMinor, taxMinor, feeTaxMinor }
}

const lineMinor = ({ unitMinor, quantity }: PricedItem): number => unitMinor * quantity

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
