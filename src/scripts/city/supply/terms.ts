import type { Text } from '../../../kernel/text'
import { ingredientsOf } from '../catalogue'
import type { Ingredient, Unit } from '../ingredients/ingredient'
import { OPERATORS } from '../operators'
import { rngOf } from '../rng'
import { SUPPLIERS, type Supplier } from './suppliers'

/** What a supplier asks for an ingredient. */
export interface SupplyTerm {
  readonly supplierId: string
  readonly ingredientId: string
  readonly operatorId: string
  /** 1 is asked first. */
  readonly priority: number
  /** Base units in one pack. */
  readonly packSize: number
  readonly packName: Text
  readonly minimumPacks: number
  /** Packs are sold by so many. */
  readonly multiplePacks: number
  /** Fen for one pack. */
  readonly priceMinor: number
  /** Cheaper from so many packs on, ascending. */
  readonly priceBreaks: readonly { readonly packs: number; readonly priceMinor: number }[]
}

/** Discounts for larger orders, in percent of the price. */
const BREAKS = [
  { packs: 5, percent: 97 },
  { packs: 12, percent: 93 },
]

/** Terms of every supplier for what its operator buys and it sells. */
export function supplyTerms(seed: string): SupplyTerm[] {
  return OPERATORS.flatMap((operator) => {
    const own = SUPPLIERS.filter((supplier) => supplier.operatorId === operator.id)
    return ingredientsOf(operator).flatMap((ingredient) =>
      own
        .filter((supplier) => supplier.groups.includes(ingredient.group))
        .map((supplier, i) => termOf(supplier, ingredient, i + 1, seed)),
    )
  })
}

function termOf(supplier: Supplier, ingredient: Ingredient, priority: number, seed: string): SupplyTerm {
  const chance = rngOf(`${seed}/terms/${supplier.id}/${ingredient.id}`)
  const swing = 100 + chance.int(-3, 3)
  const priceMinor = Math.round((ingredient.packPriceMinor * supplier.pricePercent * swing) / 10_000)
  const breaks = chance.chance(0.5) ? BREAKS : []
  return {
    supplierId: supplier.id,
    ingredientId: ingredient.id,
    operatorId: supplier.operatorId,
    priority,
    packSize: ingredient.pack,
    packName: packName(ingredient),
    minimumPacks: priority > 1 ? 2 : 1,
    multiplePacks: ingredient.storage === 'frozen' && chance.chance(0.4) ? 2 : 1,
    priceMinor,
    priceBreaks: breaks.map(({ packs, percent }) => ({ packs, priceMinor: Math.round((priceMinor * percent) / 100) })),
  }
}

const CONTAINERS: Readonly<Record<Unit, Text>> = {
  g: { zh: '箱', en: 'box' },
  ml: { zh: '桶', en: 'can' },
  piece: { zh: '筐', en: 'tray' },
}

/** `5 kg/箱`, `20 L can`, `180 枚/筐`. */
function packName({ pack, unit }: Ingredient): Text {
  const container = CONTAINERS[unit]
  if (unit === 'piece') return { zh: `${pack} 枚/${container.zh}`, en: `${container.en} of ${pack}` }
  const large = pack >= 1000
  const amount = large ? pack / 1000 : pack
  const measure = unit === 'g' ? (large ? 'kg' : 'g') : large ? 'L' : 'ml'
  return { zh: `${amount} ${measure}/${container.zh}`, en: `${amount} ${measure} ${container.en}` }
}
