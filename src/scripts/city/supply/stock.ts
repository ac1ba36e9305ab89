import { addDays, type ServiceDate } from '../../../kernel/time'
import type { Ingredient } from '../ingredients/ingredient'
import { portionsOn } from '../menus/cycle'
import { type Site, SITES } from '../places/sites'
import { ingredientsIn } from '../recipes/recipe'
import { rngOf } from '../rng'
import type { SupplyTerm } from './terms'

/** What lies in a kitchen's store when the city opens. */
export interface OpeningLot {
  readonly id: string
  readonly operatorId: string
  readonly siteId: string
  readonly ingredientId: string
  readonly supplierId: string
  /** The code on the supplier's box. */
  readonly code: string
  readonly receivedOn: ServiceDate
  readonly expiresOn: ServiceDate
  /** Base units. */
  readonly quantity: number
  /** Fen for 1,000 base units. */
  readonly costPerThousand: number
}

/** Menus sell about this share of what they offer. */
const SOLD_SHARE = 0.65
/** Days the average is taken over: two weeks hold the whole swing between working days and weekends. */
const AVERAGE_DAYS = 14
/** Stock for so many days, by storage: fresh food is bought again at once, sacks and tins later. */
const COVER = { chilled: [1.5, 3.5], frozen: [2, 5], ambient: [3, 7] } as const

/** Lots of two to four days' use at every site, fresh ones for fewer, so that a review finds something to order. */
export function openingLots(today: ServiceDate, terms: readonly SupplyTerm[], seed: string): OpeningLot[] {
  return SITES.flatMap((site) =>
    [...dailyUse(site, today)].flatMap(([ingredient, daily]) => lotsOf(site, ingredient, daily, today, terms, seed)),
  )
}

/** Average use of every ingredient on a day, in base units. */
function dailyUse(site: Site, today: ServiceDate): Map<Ingredient, number> {
  const use = new Map<Ingredient, number>()
  for (let day = 0; day < AVERAGE_DAYS; day += 1)
    for (const { dish, portions } of portionsOn(site, addDays(today, day)))
      for (const [ingredient, grams] of ingredientsIn(dish.recipe)) {
        const bought = grams / (1 - ingredient.wasteBps / 10_000)
        const units = (bought * 1000) / ingredient.milligramsPerUnit
        use.set(ingredient, (use.get(ingredient) ?? 0) + (units * portions * SOLD_SHARE) / AVERAGE_DAYS)
      }
  return use
}

function lotsOf(
  site: Site,
  ingredient: Ingredient,
  daily: number,
  today: ServiceDate,
  terms: readonly SupplyTerm[],
  seed: string,
): OpeningLot[] {
  const term = terms.find((t) => t.operatorId === site.operatorId && t.ingredientId === ingredient.id)
  if (!term) throw new Error(`nobody sells ${ingredient.id} to ${site.operatorId}`)
  const chance = rngOf(`${seed}/stock/${site.id}/${ingredient.id}`)
  const [least, most] = COVER[ingredient.storage]
  const days = least + chance.next() * (most - least)
  const parts = ingredient.storage === 'chilled' || chance.chance(0.6) ? 1 : 2
  return Array.from({ length: parts }, (_, part) => {
    // never older than half its life, so that nothing on the shelf is past its date
    const age = Math.min(chance.int(0, 4) + part * 5, Math.floor(ingredient.shelfDays / 2))
    const receivedOn = addDays(today, -age)
    const quantity = Math.max(1, Math.round((daily * days) / parts))
    return {
      id: `lot_${site.id.slice(5)}_${ingredient.id.slice(4)}_${part + 1}`,
      operatorId: site.operatorId,
      siteId: site.id,
      ingredientId: ingredient.id,
      supplierId: term.supplierId,
      code: `${receivedOn.slice(2).replaceAll('-', '')}-${term.supplierId.slice(4, 7).toUpperCase()}-${chance.int(100, 999)}`,
      receivedOn,
      expiresOn: addDays(receivedOn, ingredient.shelfDays),
      quantity,
      costPerThousand: Math.round((term.priceMinor * 1000) / term.packSize),
    }
  })
}
