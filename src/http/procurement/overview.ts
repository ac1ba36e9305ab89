import type { Text } from '../../kernel/text'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { versionOf } from '../../platform/realtime'
import { countWork } from '../../procurement/count-work'
import { ingredientNames, lastReviews, suppliersOf } from '../../procurement/queries'
import type { Caller } from '../caller'
import { reachOf, sitesWithin } from './reach'

const NO_NAME: Text = { zh: '', en: '' }

/** The day as the caller's sites have it; they share a zone within a tenant. */
export const todayOf = (app: App, sites: readonly { readonly zone: string }[]): string =>
  dateIn(sites[0]?.zone ?? 'UTC', app.now())

/** What the first screen shows: figures, sites with their last plan, and what filters may choose. */
export async function readOverview(app: App, caller: Caller) {
  const reach = reachOf(caller)
  const sites = await sitesWithin(app, caller)
  const today = todayOf(app, sites)
  const operatorIds = [...new Set(reach.map(({ operatorId }) => operatorId))].sort()
  const reviewed = new Map((await lastReviews(app, reach)).map((review) => [review.siteId, review]))
  const lacking = [...reviewed.values()].flatMap((review) => review.unplanned ?? [])
  const names = new Map(
    (
      await ingredientNames(
        app,
        lacking.map(({ ingredientId }) => ingredientId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    today,
    streams: await Promise.all(
      operatorIds.map(async (operatorId) => ({
        operatorId,
        version: await versionOf(app.db, `procurement:${operatorId}`),
      })),
    ),
    count: await countWork(app, reach, today),
    sites: sites.map(({ id, name, operatorId, zone }) => {
      const review = reviewed.get(id)
      const unplanned = (review?.unplanned ?? []).map(({ ingredientId, reason }) => ({
        ingredient: names.get(ingredientId) ?? NO_NAME,
        reason,
      }))
      return { id, name, operatorId, zone, plannedAt: review?.finishedAt?.toISOString() ?? null, unplanned }
    }),
    suppliers: (await suppliersOf(app, operatorIds)).map(({ id, name }) => ({ id, name })),
  }
}
