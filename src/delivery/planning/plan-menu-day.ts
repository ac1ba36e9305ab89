import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { insertAll } from '../../platform/insert-all'
import { publishAll } from '../../platform/outbox'
import { windowRules } from '../fleet/window-rules'
import { fleetOf } from '../fleet/fleet-of'
import { WaveToPlan } from '../events'
import { drops } from '../schema/drops'
import { plans, waves } from '../schema/plans'
import { stops } from '../schema/stops'
import { finishPlan } from './finish-plan'
import { layOutStops } from './lay-out-stops'
import type { MenuDayToPlan } from './menu-day'

/**
 * Lays the orders of a closed menu day out into stops and asks for its waves to be planned, each as a job of its own; the
 * last of them finishes the plan. A menu day is laid out once; later calls change nothing.
 */
export const planMenuDay = (app: App, day: MenuDayToPlan): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { menuDayId, operatorId, siteId, period } = day
    const laidOut = layOutStops(day, await windowRules(within, day), await fleetOf(within, siteId))
    const { depot, serviceDate, zone, servesFrom, servesTo } = day
    const fresh = await tx
      .insert(plans)
      .values({
        menuDayId,
        operatorId,
        siteId,
        serviceDate,
        period,
        zone,
        servesFrom,
        servesTo,
        lat: depot.lat,
        lon: depot.lon,
        wavesLeft: laidOut.waves.length,
        openedAt: app.now(),
      })
      .onConflictDoNothing()
      .returning()
    if (fresh.length === 0) return

    await insertAll(tx, stops, laidOut.stops)
    await insertAll(tx, drops, laidOut.drops)
    const rows = laidOut.waves.map(({ from, to }, i) => ({ menuDayId, operatorId, wave: i + 1, from, to }))
    if (rows.length > 0) await tx.insert(waves).values(rows)
    await publishAll(
      tx,
      WaveToPlan,
      rows.map(({ wave }) => ({ menuDayId, operatorId, wave, round: 1 })),
    )
    if (rows.length === 0) await finishPlan(within, menuDayId)
    const detail = { stops: laidOut.stops.length, waves: rows.length }
    await note(within, { operatorId, actorId: 'worker', action: 'delivery.lay-out', subject: menuDayId, detail })
  })

/** Whether a menu day is laid out: late orders are then added to it. */
export async function isLaidOut({ db }: App, menuDayId: string): Promise<boolean> {
  const found = await db.select({ id: plans.menuDayId }).from(plans).where(eq(plans.menuDayId, menuDayId))
  return found.length > 0
}
