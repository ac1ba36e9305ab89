import { sql } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { outputDays } from '../schema/service'

/** What a kitchen made on a day, and with how much work. */
export interface OutputDay {
  readonly siteId: string
  readonly date: ServiceDate
  readonly meals: number
  /** Minutes of labour, all people together. */
  readonly minutes: number
  /** Null when nobody was clocked in. */
  readonly mealsPerHour: number | null
}

/** A year on the same day of the week, so that a Monday stands beside a Monday. */
const YEAR_DAYS = 364

export interface OutputAsked {
  readonly sites: readonly { readonly id: string; readonly zone: string }[]
  readonly from: ServiceDate
  readonly to: ServiceDate
}

/** Output per head by kitchen and day, each day next to the same weekday of last year (null where nothing is known). */
export async function outputPerHead(app: App, { sites, from, to }: OutputAsked) {
  const known = await outputBetween(app, sites, addDays(from, -YEAR_DAYS), to)
  const at = new Map(known.map((day) => [`${day.siteId} ${day.date}`, day]))
  return known
    .filter(({ date }) => date >= from)
    .map((day) => ({ ...day, lastYear: at.get(`${day.siteId} ${addDays(day.date, -YEAR_DAYS)}`) ?? null }))
}

/**
 * Meals are portions of tickets that were not cancelled; a shift counts on the local day it began, an open one up to now
 * but for no longer than 16 hours: whoever forgot to clock out has gone home. Days from the old books stand as written.
 */
async function outputBetween(app: App, sites: OutputAsked['sites'], from: ServiceDate, to: ServiceDate) {
  const zones = JSON.stringify(sites)
  const { rows } = await app.db.execute<Omit<OutputDay, 'mealsPerHour'> & Record<string, unknown>>(sql`
    with at as (select * from jsonb_to_recordset(${zones}::jsonb) as s(id text, zone text)),
    work as (
      select w.site_id, (w.in_at at time zone at.zone)::date as date, 0 as meals,
        extract(epoch from least(coalesce(w.out_at, ${app.now().toISOString()}::timestamptz), w.in_at + interval '16 hours') - w.in_at) / 60 as minutes
      from kitchen.shifts w join at on at.id = w.site_id
      where w.in_at >= ${from}::date - 1 and w.in_at < ${to}::date + 2
    ), meals as (
      select t.site_id, t.service_date as date, i.quantity as meals, 0 as minutes
      from kitchen.tickets t join at on at.id = t.site_id join kitchen.ticket_items i on i.ticket_id = t.id
      where t.service_date between ${from} and ${to} and t.status <> 'void' and i.voided_at is null
        and i.recipe_version_id is not null and i.done_at is not null
    ), books as (
      select o.site_id, o.date, o.meals, o.minutes from kitchen.output_days o join at on at.id = o.site_id
      where o.date between ${from} and ${to}
    )
    select site_id as "siteId", date::text as date, sum(meals)::int as meals, round(sum(minutes))::int as minutes
    from (select * from work union all select * from meals union all select * from books) as days
    where date between ${from} and ${to} group by 1, 2 order by 1, 2`)
  return rows.map(({ siteId, date, meals, minutes }): OutputDay => {
    const mealsPerHour = minutes > 0 ? Math.round((meals / minutes) * 600) / 10 : null
    return { siteId, date, meals, minutes, mealsPerHour }
  })
}

/** Takes over what the books of before say. What stands is left. */
export const importOutput = (app: App, days: readonly (typeof outputDays.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, outputDays, days)
