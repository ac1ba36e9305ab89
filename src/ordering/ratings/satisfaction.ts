import { addDays, dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { type Counted, indexOf, THRESHOLD, together } from '../domain/satisfaction'
import { openAlerts, ratingsByDish, ratingsByPlace } from './queries'

/** Looked at when nobody says which days. */
const DAYS = 90

export interface SatisfactionAsked {
  readonly operatorIds: readonly string[]
  readonly from: ServiceDate | undefined
  readonly to: ServiceDate | undefined
  /** In which city each kitchen stands. */
  readonly cityOf: ReadonlyMap<string, string>
}

const figures = ({ count, positive }: Counted) => ({ count, positive, index: indexOf({ count, positive }) })

/** Ratings rolled up: cities and tenants are sums of kitchens, so that each weighs as much as it has ratings. Three queries. */
export async function satisfaction(app: App, { operatorIds, from, to, cityOf }: SatisfactionAsked) {
  const last = to ?? dateIn('UTC', app.now())
  const days = { operatorIds, from: from ?? addDays(last, -DAYS), to: last }
  const places = await ratingsByPlace(app, days)
  const dishes = await ratingsByDish(app, days)
  const alerts = await openAlerts(app, operatorIds)
  return {
    from: days.from,
    to: days.to,
    threshold: THRESHOLD,
    all: figures(together(places)),
    operators: rolledUp(places, ({ operatorId }) => operatorId),
    cities: rolledUp(places, ({ siteId }) => cityOf.get(siteId)),
    kitchens: rolledUp(places, ({ siteId }) => siteId),
    communities: rolledUp(places, ({ communityId }) => communityId),
    dishes: dishes.map((dish) => ({ id: dish.dishId, name: dish.name, ...figures(dish) })),
    alerts: alerts.map(({ id, kind, subjectId, raisedAt, ...counted }) => {
      return { id, kind, subjectId, raisedAt, ...figures(counted) }
    }),
  }
}

function rolledUp<Row extends Counted>(rows: readonly Row[], idOf: (row: Row) => string | undefined) {
  const groups = new Map<string, Counted>()
  for (const row of rows) {
    const id = idOf(row)
    if (id !== undefined) groups.set(id, together([groups.get(id) ?? { count: 0, positive: 0 }, row]))
  }
  return [...groups]
    .map(([id, counted]) => ({ id, ...figures(counted) }))
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0) || b.count - a.count)
}
