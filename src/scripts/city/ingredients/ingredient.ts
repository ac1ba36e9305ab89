import type { Text } from '../../../kernel/text'
import { member, type Row, readTable } from '../table'

/** The 14 groups of Regulation (EU) 1169/2011, Annex II. */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const
export type Allergen = (typeof ALLERGENS)[number]

export const INGREDIENT_GROUPS = [
  'meat',
  'poultry',
  'seafood',
  'vegetables',
  'soy',
  'grain',
  'pantry',
  'dairy',
] as const
export type IngredientGroup = (typeof INGREDIENT_GROUPS)[number]

export const STORAGES = ['ambient', 'chilled', 'frozen'] as const
export type Storage = (typeof STORAGES)[number]

export const UNITS = ['g', 'ml', 'piece'] as const
export type Unit = (typeof UNITS)[number]

/** A purchasable input. Quantities of stock and packs are in its unit; recipes are in grams. */
export interface Ingredient {
  readonly id: string
  readonly name: Text
  readonly group: IngredientGroup
  readonly unit: Unit
  /** Thousandths of a gram that one unit weighs: 1000 for g, the density for ml, the edible part of a piece. */
  readonly milligramsPerUnit: number
  readonly storage: Storage
  readonly shelfDays: number
  /** Units in the usual pack. */
  readonly pack: number
  /** Fen for the usual pack. */
  readonly packPriceMinor: number
  readonly nutrition: Nutrition
  /** Cooked weight over raw weight, in basis points: rice takes up water, meat loses it. */
  readonly yieldBps: number
  /** Lost in peeling, boning and trimming, of what was bought, in basis points. */
  readonly wasteBps: number
  /** `null` where the supplier has given no statement: unknown is not free. */
  readonly allergens: AllergenStatement | null
}

export interface AllergenStatement {
  readonly contains: readonly Allergen[]
  readonly mayContain: readonly Allergen[]
}

/** Per 100 g of the raw edible part. Energy in kcal, all others in mg. */
export interface Nutrition {
  readonly kcal: number
  readonly proteinMg: number
  readonly fatMg: number
  readonly saturatedMg: number
  readonly carbohydrateMg: number
  readonly sugarMg: number
  readonly sodiumMg: number
}

/**
 * Reads one group's table:
 * key | 中文 | English | unit, with grams per ml or piece | storage, days | pack, its price in fen |
 * per 100 g: kcal, grams of protein, fat, saturated fat, carbohydrate and sugar, mg of sodium | yield, waste % | allergens.
 * An allergen after `~` is one it may contain; `?` alone means that nobody has said.
 */
export const readIngredients = (group: IngredientGroup, table: string): Ingredient[] =>
  readTable(table, (row) => {
    const id = `ing_${row.text()}`
    const name = row.both()
    const [unit = '', weight = '1'] = row.words()
    const [storage = '', days = ''] = row.words()
    const [pack = 0, packPriceMinor = 0] = row.numbers()
    const nutrition = readNutrition(row)
    const [yieldRatio = 1, wastePercent = 0] = row.numbers()
    return {
      id,
      name,
      group,
      unit: member(UNITS, unit),
      milligramsPerUnit: Math.round(Number(weight) * 1000),
      storage: member(STORAGES, storage),
      shelfDays: Number(days),
      pack,
      packPriceMinor,
      nutrition,
      yieldBps: Math.round(yieldRatio * 10_000),
      wasteBps: Math.round(wastePercent * 100),
      allergens: readAllergens(row.words()),
    }
  })

function readNutrition(row: Row): Nutrition {
  const [kcal = 0, protein = 0, fat = 0, saturated = 0, carbohydrate = 0, sugar = 0, sodium = 0] = row.numbers()
  const mg = (grams: number) => Math.round(grams * 1000)
  return {
    kcal,
    proteinMg: mg(protein),
    fatMg: mg(fat),
    saturatedMg: mg(saturated),
    carbohydrateMg: mg(carbohydrate),
    sugarMg: mg(sugar),
    sodiumMg: sodium,
  }
}

function readAllergens(words: readonly string[]): AllergenStatement | null {
  if (words.includes('?')) return null
  return {
    contains: words.filter((word) => !word.startsWith('~')).map((word) => member(ALLERGENS, word)),
    mayContain: words.filter((word) => word.startsWith('~')).map((word) => member(ALLERGENS, word.slice(1))),
  }
}
