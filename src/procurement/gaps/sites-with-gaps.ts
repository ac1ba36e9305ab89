import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { GAP_DAYS } from '../count-work'

/** A plan that has not finished by then is not waited for. */
const PATIENCE_MS = 120_000

/**
 * Sites whose gaps want a word: new ones once the plan they asked for has finished, those re-sourced or escalated while
 * they are young, for things change.
 */
export async function sitesWithGaps(app: App): Promise<string[]> {
  const now = app.now()
  const { rows } = await app.db.execute<{ siteId: string }>(sql`
    select distinct g.site_id as "siteId" from procurement.gaps g
    where g.state in ('resourced', 'escalated') and g.at > ${new Date(now.getTime() - GAP_DAYS * 86_400_000).toISOString()}
       or g.state = 'open' and (g.at < ${new Date(now.getTime() - PATIENCE_MS).toISOString()} or exists (
         select 1 from procurement.reviews r where r.site_id = g.site_id and r.requested_at >= g.at and r.finished_at is not null))
    order by 1`)
  return rows.map(({ siteId }) => siteId)
}
