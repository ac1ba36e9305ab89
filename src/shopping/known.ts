import { LRUCache } from 'lru-cache'
import { isMember } from '../funding/members/find-member'
import { feeRulesOf, type OwnedRule } from '../delivery/fees/quote-fees'
import { hoursOf, type SiteHours } from '../delivery/slots/choose-slots'
import { dishesByIds, type MenuDay, type OfferFacts, offersByIds } from '../catalogue/queries'
import { Refusal } from '../kernel/refusal'
import type { Spot } from '../kernel/distance'
import type { Text } from '../kernel/text'
import type { MealPeriod } from '../kernel/time'
import { coverageOf, type FullPlace, pointsByIds, sitesByIds } from '../places/queries'
import type { App } from '../platform/app'

/** Places, coverage and names change now and then. */
const SLOW_MS = 15_000
/** A price that changes in the shop must be felt within 5 s; a second is short enough and takes the crowd's weight off. */
const QUICK_MS = 1_000

type Area = { readonly siteId: string; readonly period: MealPeriod }
type Offered = { readonly offer: OfferFacts; readonly menuDay: MenuDay }

/** What the shop asks again and again, kept for a moment in each process. */
export interface Known {
  /** @throws Refusal `not_found`. */
  readonly place: (app: App, servicePointId: string) => Promise<FullPlace>
  readonly served: (app: App, communityId: string) => Promise<readonly Area[]>
  /** Unknown offers are left out. */
  readonly offers: (app: App, ids: readonly string[]) => Promise<ReadonlyMap<string, Offered>>
  readonly siteNames: (app: App, ids: readonly string[]) => Promise<ReadonlyMap<string, Text>>
  readonly siteSpots: (app: App, ids: readonly string[]) => Promise<ReadonlyMap<string, Spot>>
  /** What the drops of some operators cost. */
  readonly feeRules: (app: App, operatorIds: readonly string[]) => Promise<ReadonlyMap<string, readonly OwnedRule[]>>
  /** When the doors and slots of some sites are. */
  readonly hours: (app: App, siteIds: readonly string[]) => Promise<ReadonlyMap<string, SiteHours>>
  /** Whether somebody is in a canteen's register of members. */
  readonly isMember: (app: App, personId: string) => Promise<boolean>
  readonly art: (app: App, dishIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

export function openKnown(): Known {
  const places = new LRUCache<string, FullPlace>({ max: 5_000, ttl: SLOW_MS })
  const areas = new LRUCache<string, readonly Area[]>({ max: 2_000, ttl: SLOW_MS })
  const offers = new LRUCache<string, Offered>({ max: 20_000, ttl: QUICK_MS })
  const names = new LRUCache<string, Text>({ max: 1_000, ttl: SLOW_MS })
  const spots = new LRUCache<string, Spot>({ max: 1_000, ttl: SLOW_MS })
  const fees = new LRUCache<string, readonly OwnedRule[]>({ max: 1_000, ttl: SLOW_MS })
  const hours = new LRUCache<string, SiteHours>({ max: 1_000, ttl: SLOW_MS })
  const members = new LRUCache<string, 'yes' | 'no'>({ max: 20_000, ttl: QUICK_MS })
  const pictures = new LRUCache<string, string>({ max: 5_000, ttl: SLOW_MS })
  return {
    place: async (app, id) => {
      const found = (
        await fill(places, [id], async (ids) => (await pointsByIds(app, ids)).map((p) => [p.servicePointId, p]))
      ).get(id)
      if (!found) throw new Refusal('not_found')
      return found
    },
    served: async (app, id) => (await fill(areas, [id], async () => [[id, await coverageOf(app, id)]])).get(id) ?? [],
    offers: (app, ids) =>
      fill(offers, ids, async (missing) => (await offersByIds(app, missing)).map((row) => [row.offer.id, row])),
    siteNames: (app, ids) =>
      fill(names, ids, async (missing) => (await sitesByIds(app, missing)).map((site) => [site.id, site.name])),
    siteSpots: (app, ids) =>
      fill(spots, ids, async (missing) => {
        return (await sitesByIds(app, missing)).map(({ id, lat, lon }) => [id, { lat, lon }])
      }),
    feeRules: (app, ids) =>
      fill(fees, ids, async (missing) => {
        const rules = await feeRulesOf(app, missing)
        return missing.map((id) => [id, rules.filter(({ operatorId }) => operatorId === id)])
      }),
    hours: (app, ids) => fill(hours, ids, async (missing) => [...(await hoursOf(app, missing))]),
    isMember: async (app, id) =>
      (await fill(members, [id], async () => [[id, (await isMember(app, id)) ? 'yes' : 'no']])).get(id) === 'yes',
    art: (app, ids) =>
      fill(pictures, ids, async (missing) => (await dishesByIds(app, missing)).map((dish) => [dish.id, dish.art])),
  }
}

/** Takes what is known and asks once for the rest. */
async function fill<V extends object | string>(
  cache: LRUCache<string, V>,
  ids: readonly string[],
  ask: (missing: string[]) => Promise<(readonly [string, V])[]>,
): Promise<ReadonlyMap<string, V>> {
  const found = new Map<string, V>()
  const missing = new Set<string>()
  for (const id of ids) {
    const value = cache.get(id)
    if (value === undefined) missing.add(id)
    else found.set(id, value)
  }
  if (missing.size === 0) return found
  for (const [id, value] of await ask([...missing])) {
    cache.set(id, value)
    found.set(id, value)
  }
  return found
}
