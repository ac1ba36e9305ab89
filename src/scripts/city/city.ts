import type { ServiceDate } from '../../kernel/time'
import { CATEGORIES, type Category } from './categories'
import { type OwnRecipe, recipesOf, SOLD_DISHES, type SoldDish } from './catalogue'
import { type CityMap, mapOf } from './geojson'
import type { Ingredient } from './ingredients/ingredient'
import { INGREDIENTS } from './ingredients/ingredient-list'
import { type CycleEntry, MENU_CYCLE } from './menus/cycle'
import { type DemandFact, demandHistory } from './menus/history'
import { OPERATORS, type Operator } from './operators'
import { ACCOUNTS, type Account } from './people/accounts'
import { COMPANIES, type Company } from './people/companies'
import { type Person, peopleOf } from './people/residents'
import { type Building, buildingsOf } from './places/buildings'
import { CITIES, type City, DISTRICTS, type District } from './places/cities'
import { COMMUNITIES, type Community } from './places/communities'
import { COVERAGE, type Coverage } from './places/coverage'
import { canteenPointsOf, type ServicePoint, servicePointsOf } from './places/service-points'
import { SITES, type Site } from './places/sites'
import { PRODUCTS, type Product } from './products'
import { rngOf } from './rng'
import { type PastPurchase, pastPurchases } from './supply/purchases'
import { type OpeningLot, openingLots } from './supply/stock'
import { type Certificate, certificatesOn, SUPPLIERS, type Supplier } from './supply/suppliers'
import { type SupplyTerm, supplyTerms } from './supply/terms'

/** Everything the demo starts with: two invented cities, who lives, cooks and eats there, and what happened so far. */
export interface DemoCity {
  readonly operators: readonly Operator[]
  readonly cities: readonly (City & { readonly map: CityMap })[]
  readonly districts: readonly District[]
  readonly communities: readonly Community[]
  readonly buildings: readonly Building[]
  readonly servicePoints: readonly ServicePoint[]
  readonly sites: readonly Site[]
  readonly coverage: readonly Coverage[]
  readonly ingredients: readonly Ingredient[]
  readonly recipes: readonly OwnRecipe[]
  readonly categories: readonly Category[]
  readonly dishes: readonly SoldDish[]
  readonly products: readonly Product[]
  readonly menuCycle: readonly CycleEntry[]
  readonly suppliers: readonly Supplier[]
  readonly terms: readonly SupplyTerm[]
  readonly certificates: readonly Certificate[]
  readonly lots: readonly OpeningLot[]
  readonly purchases: readonly PastPurchase[]
  readonly companies: readonly Company[]
  readonly people: readonly Person[]
  readonly accounts: readonly Account[]
  readonly history: readonly DemandFact[]
}

/** Another seed gives other people, buildings and days; tests and the demo share this one. */
export const DEMO_SEED = 'linli'

/** The same seed and day always build the same city. `today` is the local date of its kitchens. */
export function buildCity(today: ServiceDate, seed: string = DEMO_SEED): DemoCity {
  const buildings = COMMUNITIES.flatMap((community) => buildingsOf(community, rngOf(`${seed}/${community.id}`)))
  const servicePoints = COMMUNITIES.flatMap((community) =>
    servicePointsOf(
      community,
      buildings.filter(({ communityId }) => communityId === community.id),
    ),
  )
  const terms = supplyTerms(seed)
  return {
    operators: OPERATORS,
    cities: CITIES.map((city) => ({ ...city, map: mapOf(city, buildings) })),
    districts: DISTRICTS,
    communities: COMMUNITIES,
    buildings,
    servicePoints: [...servicePoints, ...canteenPointsOf(SITES, COVERAGE, buildings)],
    sites: SITES,
    coverage: COVERAGE,
    ingredients: INGREDIENTS,
    recipes: OPERATORS.flatMap(recipesOf),
    categories: CATEGORIES,
    dishes: SOLD_DISHES,
    products: PRODUCTS,
    menuCycle: MENU_CYCLE,
    suppliers: SUPPLIERS,
    terms,
    certificates: certificatesOn(today),
    lots: openingLots(today, terms, seed),
    purchases: pastPurchases(today, terms, seed),
    companies: COMPANIES,
    people: peopleOf(servicePoints, seed),
    accounts: ACCOUNTS,
    history: demandHistory(today, seed),
  }
}
