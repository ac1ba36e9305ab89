import type { Text } from '../../../kernel/text'
import { STATION_KINDS } from '../places/sites'
import { cookedWeight, type Recipe, readPot } from '../recipes/recipe'
import { SUB_RECIPES } from '../recipes/sub-recipes'
import { member, type Row, readRecords } from '../table'

export const DISH_CATEGORIES = [
  'rice_bowl',
  'stir_fry',
  'braise',
  'steamed',
  'greens',
  'cold',
  'noodles',
  'soup',
  'breakfast',
  'sweet',
  'staple',
] as const
export type DishCategory = (typeof DISH_CATEGORIES)[number]

/** Which flat illustration shows a dish. */
export const DISH_ARTS = [
  'rice',
  'noodles',
  'soup',
  'stew',
  'stir_fry',
  'fish',
  'greens',
  'cold',
  'dumplings',
  'bun',
  'congee',
  'egg',
  'tofu',
  'sweet',
  'drink',
] as const
export type DishArt = (typeof DISH_ARTS)[number]

/** Claims about a dish, shown as tags: never derived from its recipe. `soft` suits seniors, `light` has little oil and salt. */
export const DIET_TAGS = ['vegetarian', 'vegan', 'spicy', 'soft', 'light'] as const
export type DietTag = (typeof DIET_TAGS)[number]

/** A dish as the kitchens cook it, whoever sells it. */
export interface Dish {
  readonly key: string
  readonly name: Text
  readonly description: Text
  readonly category: DishCategory
  readonly art: DishArt
  readonly tags: readonly DietTag[]
  readonly priceMinor: number
  /** Portions one cook of the equipment makes at most. */
  readonly batchPortions: number
  readonly recipe: Recipe
}

/**
 * Reads one category's dishes, three lines each:
 * key | 中文 | English | price in fen | station, minutes, portions a batch | art | tags
 * one line about it in Chinese | and in English
 * what goes into one portion, in grams
 */
export const readDishes = (category: DishCategory, table: string): Dish[] =>
  readRecords(table, 3, (row) => readDish(category, row))

function readDish(category: DishCategory, row: Row): Dish {
  const key = row.text()
  const name = row.both()
  const priceMinor = row.number()
  const [station = '', minutes = '', batch = ''] = row.words()
  const art = row.oneOf(DISH_ARTS)
  const tags = row.words().map((word) => member(DIET_TAGS, word))
  const description = row.both()
  const pot = readPot(row.text(), SUB_RECIPES)
  const recipe = {
    id: `rcp_dish_${key}`,
    name,
    station: member(STATION_KINDS, station),
    minutes: Number(minutes),
    yieldGrams: cookedWeight(pot),
    lines: pot.lines,
  }
  return { key, name, description, category, art, tags, priceMinor, batchPortions: Number(batch), recipe }
}
