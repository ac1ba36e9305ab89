import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { RunStatus } from '../schema/runs'

export interface MealOfDay {
  readonly menuDayId: string
  readonly siteId: string
  readonly period: MealPeriod
  readonly servesFrom: Date
  readonly servesTo: Date
  readonly planning: boolean
  readonly runs: Readonly<Record<RunStatus, number>>
  readonly stops: number
  readonly unserved: number
  readonly boxes: number
  readonly alerts: number
  readonly followUps: number
}

type Row = Omit<MealOfDay, 'servesFrom' | 'servesTo'> & { servesFrom: string; servesTo: string }

/** The meals of a day at some sites and how far their delivery is: one query. */
export async function readDays(app: App, siteIds: readonly string[], date: ServiceDate): Promise<MealOfDay[]> {
  if (siteIds.length === 0) return []
  const { rows } = await app.db.execute<Row & Record<string, unknown>>(sql`
    with chosen as (
      select * from delivery.plans where site_id = any(${sql.param([...siteIds])}) and service_date = ${date}
    )
    select menu_day_id as "menuDayId", site_id as "siteId", period, serves_from as "servesFrom", serves_to as "servesTo",
           waves_left > 0 as planning,
           (select jsonb_build_object(
              'planned', count(*) filter (where status = 'planned'), 'claimed', count(*) filter (where status = 'claimed'),
              'loaded', count(*) filter (where status = 'loaded'),
              'on_the_way', count(*) filter (where status = 'on_the_way'), 'done', count(*) filter (where status = 'done'))
            from delivery.runs r where r.menu_day_id = chosen.menu_day_id) as runs,
           coalesce(s.stops, 0) as stops, coalesce(s.unserved, 0) as unserved, coalesce(s.boxes, 0) as boxes,
           (select count(*)::int from delivery.alerts a
            where a.menu_day_id = chosen.menu_day_id and a.seen_at is null) as alerts,
           (select count(*)::int from delivery.drops d join delivery.stops s on s.id = d.stop_id
            where s.menu_day_id = chosen.menu_day_id and d.acted_at is null
              and d.next_action in ('call_customer', 'return_to_kitchen', 'remake', 'discard')) as "followUps"
    from chosen left join lateral (
      select count(*)::int as stops, sum(boxes)::int as boxes,
             (count(*) filter (where run_id is null and unserved_reason is not null))::int as unserved
      from delivery.stops where menu_day_id = chosen.menu_day_id and boxes > 0
    ) s on true
    order by serves_from, site_id`)
  return rows.map(({ servesFrom, servesTo, ...row }) => ({
    ...row,
    servesFrom: new Date(servesFrom),
    servesTo: new Date(servesTo),
  }))
}
