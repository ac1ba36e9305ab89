import { grouped } from '../../kernel/grouped'
import { useBy } from './hot-holding'

/** What a batch yields, and when. */
export interface BatchOfFood {
  readonly recipeVersionId: string
  readonly portions: number
  readonly readyAt: Date
  /** It is cooked or on the heat: its clock runs whatever is planned. */
  readonly begun: boolean
}

/** A dish of an order. */
export interface DishOfGroup {
  readonly groupId: string
  readonly recipeVersionId: string
  readonly portions: number
  /** Kept hot until it is eaten; what is eaten cold has no such clock. */
  readonly hot: boolean
}

export interface Readiness {
  /** All of its dishes are there. */
  readonly readyAt: Date
  /** Until when the oldest of them may be eaten hot. */
  readonly useBy: Date
}

/**
 * When each order is ready, and how long it is good: whoever is loaded first gets what is ready first, dish by dish. A dish
 * that is not begun can still be cooked later, so that its clock does not start before the meal (`servesFrom`). What no
 * batch covers is as ready as the last batch of its dish; an order of which no dish is known is left out.
 */
export function readinessOf(
  inOrderOfLoading: readonly string[],
  dishes: readonly DishOfGroup[],
  batches: readonly BatchOfFood[],
  servesFrom: Date,
): Map<string, Readiness> {
  const yields = grouped(batches, ({ recipeVersionId }) => recipeVersionId)
  const lineFor = new Map([...yields].map(([id, own]) => [id, lineOf(own)]))
  const wanted = grouped(dishes, ({ groupId }) => groupId)
  const ready = new Map<string, Readiness>()
  for (const groupId of inOrderOfLoading) {
    const taken = (wanted.get(groupId) ?? []).flatMap(({ recipeVersionId, portions, hot }) =>
      (lineFor.get(recipeVersionId)?.(portions) ?? []).map((batch) => ({ ...batch, hot })),
    )
    if (taken.length === 0) continue
    const clocks = taken
      .filter(({ hot }) => hot)
      .map(({ readyAt, begun }) => (begun ? +readyAt : Math.max(+readyAt, +servesFrom)))
    ready.set(groupId, {
      readyAt: new Date(Math.max(...taken.map(({ readyAt }) => +readyAt))),
      useBy: useBy(clocks.length > 0 ? new Date(Math.min(...clocks)) : servesFrom),
    })
  }
  return ready
}

/** Hands out the batches of one dish, portion by portion; answers those a hand-out was taken from. */
function lineOf(batches: readonly BatchOfFood[]): (portions: number) => BatchOfFood[] {
  const line = batches.toSorted((a, b) => +a.readyAt - +b.readyAt)
  let given = 0
  return (portions) => {
    const from = given
    given += portions
    let to = 0
    const taken = line.filter((batch) => {
      const start = to
      to += batch.portions
      return start < given && to > from
    })
    return taken.length > 0 ? taken : line.slice(-1)
  }
}
