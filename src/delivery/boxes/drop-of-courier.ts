import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import type { Drop, OnDrop } from '../runs/lock-run'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'

/** A drop of the courier's own run, open or closed. @throws Refusal `run_not_yours`, `not_found`. */
export async function dropOfCourier({ db }: App, { dropId, courierId }: OnDrop): Promise<Drop> {
  const [found] = await db
    .select({ drop: drops, courierId: runs.courierId })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .innerJoin(runs, eq(runs.id, stops.runId))
    .where(eq(drops.id, dropId))
  if (!found) throw new Refusal('not_found')
  if (found.courierId !== courierId) throw new Refusal('run_not_yours')
  return found.drop
}
