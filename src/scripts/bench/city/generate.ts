import type { CommunityToServe, KitchenToLoad } from '../../../delivery/domain/assign-kitchens'
import { greatCircle, type Spot } from '../../../kernel/distance'
import { type Rng, rngOf } from '../../city/rng'

/** A lunch as it is ordered: nothing merged, nothing assigned. */
export interface CityLunch {
  readonly kitchens: readonly KitchenToLoad[]
  readonly communities: readonly CityCommunity[]
  readonly buildings: readonly CityBuilding[]
  readonly orders: readonly CityOrder[]
}

export interface CityCommunity extends Omit<CommunityToServe, 'boxes'> {
  readonly gateSeconds: number
}

export interface CityBuilding extends Spot {
  readonly id: string
  readonly communityId: string
  readonly floors: number
  readonly lift: boolean
}

export interface CityOrder {
  readonly groupId: string
  readonly buildingId: string
  readonly boxes: number
}

/** The city of issue size: 1,500 communities, 12,000 buildings and 50 kitchens for 100,000 orders; others in proportion. */
const FULL = { orders: 100_000, kitchens: 50, communitiesAKitchen: 30, buildingsACommunity: 8 }
/** Degrees across which a full city's communities lie, about 21 by 21 km. */
const ACROSS = { lat: 0.19, lon: 0.22 }
const CORNER: Spot = { lat: 31.1, lon: 121.3 }
/** A kitchen covers what is within so many metres; and everybody is covered by the three nearest. */
const COVERAGE = { metres: 4_500, nearest: 3 }
/** What kitchens can cook beyond the mean: load matters, but nobody stays hungry. */
const SLACK = 1.25

/** The same seed gives the same city on every machine. */
export function generateLunch(orders: number, seed = 'city'): CityLunch {
  const rng = rngOf(seed)
  const count = Math.max(2, Math.round((orders / FULL.orders) * FULL.kitchens))
  // fewer kitchens make a smaller city, not an emptier one
  const scale = Math.sqrt(count / FULL.kitchens)
  const spots = spotsOf(rng.fork('communities'), count * FULL.communitiesAKitchen, scale)
  const kitchenSpots = spread(spots, count)
  const buildings = buildingsOf(rng.fork('buildings'), spots)
  const placed = ordersOf(rng.fork('orders'), buildings, orders)
  const boxes = placed.reduce((sum, order) => sum + order.boxes, 0)
  const kitchens = kitchenSpots.map((spot, i) => ({
    ...spot,
    id: `kitchen-${i}`,
    boxes: Math.ceil((boxes / count) * SLACK),
  }))
  const gates = rng.fork('gates')
  const communities = spots.map((spot, i) => ({
    ...spot,
    id: `community-${i}`,
    gateSeconds: gates.int(30, 120),
    kitchenIds: coverageOf(spot, kitchens),
  }))
  return { kitchens, communities, buildings, orders: placed }
}

const spotsOf = (rng: Rng, count: number, scale: number): Spot[] =>
  Array.from({ length: count }, () => ({
    lat: CORNER.lat + rng.next() * ACROSS.lat * scale,
    lon: CORNER.lon + rng.next() * ACROSS.lon * scale,
  }))

/** Kitchens in the middle of what they serve: begun far from each other, then moved a few times (Lloyd's rounds). */
function spread(spots: readonly Spot[], count: number): Spot[] {
  let middles = farApart(spots, count)
  for (let round = 0; round < 8; round += 1) {
    const served = middles.map((): Spot[] => [])
    for (const spot of spots) served[nearestOf(middles, spot)]?.push(spot)
    middles = middles.map((middle, i) => meanOf(served[i] ?? []) ?? middle)
  }
  return middles
}

const nearestOf = (middles: readonly Spot[], spot: Spot): number => {
  const metres = middles.map((middle) => greatCircle(middle, spot))
  return metres.indexOf(Math.min(...metres))
}

function meanOf(spots: readonly Spot[]): Spot | undefined {
  if (spots.length === 0) return undefined
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  return { lat: mean(spots.map(({ lat }) => lat)), lon: mean(spots.map(({ lon }) => lon)) }
}

/** Each next one is the community farthest from all before. */
function farApart(spots: readonly Spot[], count: number): Spot[] {
  const chosen: Spot[] = []
  const away = spots.map(() => Number.POSITIVE_INFINITY)
  for (let next = 0; chosen.length < count; ) {
    const spot = spots[next]
    if (!spot) break
    chosen.push(spot)
    spots.forEach((each, i) => {
      away[i] = Math.min(away[i] ?? 0, greatCircle(each, spot))
    })
    next = away.indexOf(Math.max(...away))
  }
  return chosen
}

function coverageOf(spot: Spot, kitchens: readonly KitchenToLoad[]): string[] {
  const byDistance = kitchens.map(({ id, ...at }) => ({ id, metres: greatCircle(spot, at) }))
  byDistance.sort((a, b) => a.metres - b.metres)
  return byDistance.flatMap(({ id, metres }, i) => (metres <= COVERAGE.metres || i < COVERAGE.nearest ? [id] : []))
}

/** Eight buildings a community, within about 150 m of its middle. */
const buildingsOf = (rng: Rng, spots: readonly Spot[]): CityBuilding[] =>
  spots.flatMap((spot, community) =>
    Array.from({ length: FULL.buildingsACommunity }, (_, i) => ({
      id: `building-${community}-${i}`,
      communityId: `community-${community}`,
      lat: spot.lat + (rng.next() - 0.5) * 0.0027,
      lon: spot.lon + (rng.next() - 0.5) * 0.0031,
      floors: rng.int(5, 28),
      lift: rng.chance(0.8),
    })),
  )

/** Orders gather: some communities have taken to it and some have not, and a large order comes now and then. */
function ordersOf(rng: Rng, buildings: readonly CityBuilding[], count: number): CityOrder[] {
  const taste = new Map<string, number>()
  const weights = buildings.map(({ communityId, floors }) => {
    const liked = taste.get(communityId) ?? Math.exp(0.5 * rng.normal())
    taste.set(communityId, liked)
    return liked * floors
  })
  const upTo = new Float64Array(weights.length)
  let total = 0
  weights.forEach((weight, i) => {
    total += weight
    upTo[i] = total
  })
  return Array.from({ length: count }, (_, i) => ({
    groupId: `order-${i}`,
    buildingId: buildings[firstAbove(upTo, rng.next() * total)]?.id ?? '',
    boxes: boxesOf(rng.next()),
  }))
}

const boxesOf = (drawn: number): number => (drawn < 0.7 ? 1 : drawn < 0.92 ? 2 : 3)

function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
