import { sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Unserved } from '../engine/plan'
import type { Tour } from '../domain/tour'

/** A run with the places of its stops. */
export type Placed = Pick<Tour, 'places'> & { readonly id: string }

/** Writes where stops stand now, as planned and as expected: one statement whatever their number. */
export async function placeStops(tx: Tx, placed: readonly Placed[]): Promise<void> {
  const rows = placed.flatMap(({ id, places }) =>
    places.map(({ stopId, sequence, legSeconds, eta }) => ({ stopId, runId: id, sequence, legSeconds, eta })),
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    update delivery.stops s
    set run_id = p."runId", sequence = p.sequence, leg_seconds = p."legSeconds", planned_eta = p.eta, eta = p.eta,
        unserved_reason = null, change = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p("stopId" text, "runId" text, sequence int, "legSeconds" int, eta timestamptz)
    where s.id = p."stopId"`)
}

/** Writes why nobody drives to some stops, and the smallest change that would let them in. */
export async function leaveOut(tx: Tx, unserved: readonly Unserved[]): Promise<void> {
  if (unserved.length === 0) return
  await tx.execute(sql`
    update delivery.stops s
    set run_id = null, sequence = null, leg_seconds = null, planned_eta = null, eta = null, pinned = false,
        unserved_reason = u.reason, change = u.change
    from jsonb_to_recordset(${JSON.stringify(unserved)}::jsonb) as u(stop text, reason text, change jsonb)
    where s.id = u.stop`)
}
