import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { GAP_DAYS } from '../count-work'

/** A plan that has not finished by then is not waited for. */
const PATIENCE_MS = 120_000

/** Sites with gaps nobody has judged, once the plan they asked for has finished. */
export const sitesWithNewGaps = (app: App): Promise<string[]> =>
  sitesWhere(
    app,
    sql`g.state = 'open' and (g.at < ${ago(app, PATIENCE_MS)} or exists (
      select 1 from procurement.reviews r where r.site_id = g.site_id and r.requested_at >= g.at and r.finished_at is not null))`,
  )

/** Sites with gaps that were re-sourced or escalated while they are young: time passes and proposals are approved. */
export const sitesWithGaps = (app: App): Promise<string[]> =>
  sitesWhere(app, sql`g.state in ('resourced', 'escalated') and g.at > ${ago(app, GAP_DAYS * 86_400_000)}`)

const ago = (app: App, ms: number): string => new Date(app.now().getTime() - ms).toISOString()

async function sitesWhere(app: App, where: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await app.db.execute<{ siteId: string }>(
    sql`select distinct g.site_id as "siteId" from procurement.gaps g where ${where} order by 1`,
  )
  return rows.map(({ siteId }) => siteId)
}
