import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { greedyCoverage } from '../domain/greedy-coverage'
import { nearnessOf } from './nearness'
import { buildingsIn, communitiesIn, kitchensIn, lockersIn } from './reach-queries'
import type { ReachQuestion } from './reach-of-kitchens'

export interface ProposePlaces extends ReachQuestion {
  /** A kitchen would stand in a community, a locker at a building. */
  readonly kind: 'kitchen' | 'locker'
  readonly count: number
  /** What each building orders; decides where as many households would be gained. */
  readonly demand: ReadonlyMap<string, number>
}

/** Households of the city, those within reach today, and where more would be. */
export interface Proposal {
  readonly households: number
  readonly within: number
  readonly places: readonly ProposedPlace[]
}

export interface ProposedPlace {
  /** The community, or the building of one. */
  readonly placeId: string
  readonly communityId: string
  readonly name: Text
  readonly lat: number
  readonly lon: number
  /** Households newly within reach, and those within reach once this and all before it stand. */
  readonly households: number
  readonly within: number
  readonly demand: number
}

/** The next kitchens or lockers, the one that brings most households within reach first. */
export async function proposePlaces(app: App, asked: ProposePlaces): Promise<Proposal> {
  const homes = await buildingsIn(app, asked.cityId)
  const isKitchen = asked.kind === 'kitchen'
  const standing = isKitchen ? await kitchensIn(app, asked) : await lockersIn(app, asked.cityId)
  const candidates = isKitchen
    ? (await communitiesIn(app, asked.cityId)).map((each) => ({ ...each, communityId: each.id }))
    : homes

  const { nearest } = nearnessOf(standing)
  const { within: homesWithin } = nearnessOf(homes)
  const households = homes.map((home) => home.households)
  const covered = homes.map((home) => (nearest(home)?.metres ?? Number.POSITIVE_INFINITY) <= asked.metres)
  const picks = greedyCoverage(
    {
      reaches: candidates.map((candidate) => homesWithin(candidate, asked.metres)),
      households,
      demand: homes.map(({ id }) => asked.demand.get(id) ?? 0),
      covered,
    },
    asked.count,
  )
  const standingWithin = sum(households.filter((_, i) => covered[i]))
  let within = standingWithin
  const places = picks.flatMap(({ candidate, ...gain }) => {
    const place = candidates[candidate]
    if (!place) return []
    within += gain.households
    const { id: placeId, communityId, name, lat, lon } = place
    return [{ placeId, communityId, name, lat, lon, ...gain, within }]
  })
  return { households: sum(households), within: standingWithin, places }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
