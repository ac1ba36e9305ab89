import type { MealPeriod } from '../../../kernel/time'
import { readTable } from '../table'
import { periodNamed } from './sites'

/** A site delivers to a community in a meal period. What is not listed is not delivered. */
export interface Coverage {
  readonly siteId: string
  readonly communityId: string
  readonly period: MealPeriod
}

/**
 * site | periods | communities.
 * Luqi Court has lunch from the Yanxi kitchen and dinner from the acquired firm's, never the other way round.
 */
const ROWS = `
ck | lunch                  | yunzhu centre yanchi third harbour yanbei yanxi luqi
ck | dinner                 | yunzhu centre third yanbei
k1 | breakfast              | zhangting suqiao yanxi third
k1 | lunch                  | zhangting suqiao yanxi luqi centre yunzhu third
k1 | dinner                 | zhangting suqiao yanxi third
k1 | night                  | third yunzhu zhangting
k2 | lunch                  | hedu wuli harbour yanbei
k2 | dinner                 | hedu wuli harbour luqi
c1 | breakfast lunch dinner | suqiao
c2 | lunch dinner           | zhangting
c3 | lunch dinner           | wuli
`

export const COVERAGE: readonly Coverage[] = readTable(ROWS, (row) => ({
  siteId: `site_${row.text()}`,
  periods: row.words().map(periodNamed),
  communities: row.words(),
})).flatMap(({ siteId, periods, communities }) =>
  periods.flatMap((period) => communities.map((key) => ({ siteId, communityId: `com_${key}`, period }))),
)
