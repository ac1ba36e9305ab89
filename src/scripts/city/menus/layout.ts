import type { MealPeriod } from '../../../kernel/time'
import { DISH_CATEGORIES, type DishCategory } from '../dishes/dish'
import { SITE_KINDS, type SiteKind } from '../places/sites'
import { periodNamed } from '../places/sites'
import { member, readTable } from '../table'

/** How many dishes of a category stand on a menu, besides those that stand on it every day. */
export interface LayoutPart {
  readonly category: DishCategory
  readonly count: number
}

interface Layout {
  readonly siteKind: SiteKind
  readonly period: MealPeriod
  readonly parts: readonly LayoutPart[]
}

/** kind of site | period | category:count … */
const ROWS = `
central_kitchen | lunch     | rice_bowl:3 stir_fry:2 braise:1 greens:2 soup:1 noodles:1
central_kitchen | dinner    | rice_bowl:3 braise:1 greens:2 soup:1 noodles:1
kitchen         | breakfast | breakfast:4 noodles:1 sweet:1
kitchen         | lunch     | rice_bowl:3 stir_fry:2 braise:1 steamed:1 greens:1 soup:1 cold:1
kitchen         | dinner    | rice_bowl:2 stir_fry:2 braise:1 steamed:1 greens:2 soup:1
kitchen         | night     | noodles:3 breakfast:2 rice_bowl:2 sweet:1
canteen         | breakfast | breakfast:5 noodles:1 sweet:1
canteen         | lunch     | stir_fry:2 braise:1 steamed:2 greens:2 soup:1 noodles:1 cold:1
canteen         | dinner    | stir_fry:1 braise:1 steamed:1 greens:2 soup:1 noodles:1 sweet:1
`

const LAYOUTS: readonly Layout[] = readTable(ROWS, (row) => ({
  siteKind: row.oneOf(SITE_KINDS),
  period: periodNamed(row.text()),
  parts: row.words().map((word) => {
    const [category = '', count = ''] = word.split(':')
    return { category: member(DISH_CATEGORIES, category), count: Number(count) }
  }),
}))

/** The parts of a menu. @throws when a kind of site does not serve the period. */
export function layoutOf(siteKind: SiteKind, period: MealPeriod): readonly LayoutPart[] {
  const found = LAYOUTS.find((layout) => layout.siteKind === siteKind && layout.period === period)
  if (!found) throw new Error(`no menu layout for ${siteKind} at ${period}`)
  return found.parts
}
