import { sql } from 'drizzle-orm'
import type { App } from './app'

/** Counts what seldom happens where every process sees it: workers have no page of figures, web shows theirs too. */
export const tally = (app: App, name: 'road_fallbacks'): Promise<unknown> =>
  app.db.execute(sql`
    insert into platform.tallies as known (name, times) values (${name}, 1)
    on conflict (name) do update set times = known.times + 1`)

/** Everything counted so far, by name. */
export async function tallies(app: App): Promise<{ name: string; times: number }[]> {
  const { rows } = await app.db.execute<{ name: string; times: string }>(sql`select name, times from platform.tallies`)
  return rows.map(({ name, times }) => ({ name, times: Number(times) }))
}
