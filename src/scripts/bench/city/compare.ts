import { round } from '../load'
import { type Crew, startCrew } from './crew'
import { figuresOf } from './figures'
import type { KitchenLunch } from './kitchen-lunch'
import type { KitchenRouted } from './route-kitchen'

/** Steps a kitchen in the measure of speed-up, so that one and two workers do the same work. */
const STEPS = 50_000

/** The same kitchens with a stop for every order: what density saves is the difference. */
export async function withoutMerging(
  crew: Crew,
  sample: readonly KitchenLunch[],
  unmerged: (kitchenId: string) => KitchenLunch | undefined,
  milliseconds: number,
): Promise<KitchenRouted[]> {
  const lunches = sample.flatMap(({ kitchenId }) => unmerged(kitchenId) ?? [])
  return crew.route(lunches.map((lunch) => ({ lunch, budget: { milliseconds }, compare: false })))
}

/** The same work by one worker process and by two, twice in turn: the better time of each, since others use the machine too. */
export async function measureSpeedUp(redisUrl: string, two: Crew, sample: readonly KitchenLunch[]) {
  const jobs = sample.map((lunch) => ({ lunch, budget: { iterations: STEPS }, compare: false }))
  const timed = async (crew: Crew) => {
    const startedAt = performance.now()
    const routed = await crew.route(jobs)
    return { seconds: round((performance.now() - startedAt) / 1_000), km: figuresOf(routed).km }
  }
  const one = await startCrew(redisUrl, 1)
  try {
    const [alone, together, again, bothAgain] = [await timed(one), await timed(two), await timed(one), await timed(two)]
    const best = (a: typeof alone, b: typeof alone) => Math.min(a.seconds, b.seconds)
    const [byOne, byTwo] = [best(alone, again), best(together, bothAgain)]
    return {
      kitchens: sample.length,
      one: byOne,
      two: byTwo,
      times: round(byOne / byTwo),
      samePlans: alone.km === together.km,
    }
  } finally {
    await one.close()
  }
}
