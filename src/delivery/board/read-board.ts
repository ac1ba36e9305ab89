import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { runsWhere, stopsWithDrops } from '../queries'
import { drops } from '../schema/drops'
import { couriers, vehicles } from '../schema/fleet'
import { plans, waves } from '../schema/plans'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { alerts } from '../schema/watch'

/** What still asks for somebody's hands or voice. */
const TO_DO = ['call_customer', 'return_to_kitchen', 'remake', 'discard'] as const

/** The board of one meal in eight queries, whatever its size. @throws Refusal `not_found`. */
export async function readBoard(app: App, menuDayId: string) {
  const [plan] = await app.db.select().from(plans).where(eq(plans.menuDayId, menuDayId))
  if (!plan) throw new Refusal('not_found')
  const [planWaves, planRuns, planStops, planAlerts, toDo, fleet, crew] = await Promise.all([
    app.db.select().from(waves).where(eq(waves.menuDayId, menuDayId)).orderBy(asc(waves.from)),
    runsWhere(app, eq(runs.menuDayId, menuDayId)),
    stopsWithDrops(app, eq(stops.menuDayId, menuDayId)),
    alertsOf(app, menuDayId),
    followUps(app, menuDayId),
    app.db.select().from(vehicles).where(eq(vehicles.siteId, plan.siteId)).orderBy(asc(vehicles.id)),
    app.db.select().from(couriers).where(eq(couriers.operatorId, plan.operatorId)).orderBy(asc(couriers.personId)),
  ])
  return { plan, waves: planWaves, runs: planRuns, stops: planStops, alerts: planAlerts, followUps: toDo, fleet, crew }
}

const alertsOf = ({ db }: App, menuDayId: string) =>
  db.select().from(alerts).where(eq(alerts.menuDayId, menuDayId)).orderBy(desc(alerts.raisedAt), asc(alerts.id))

/** Boxes that were not handed over and wait for somebody. */
const followUps = ({ db }: App, menuDayId: string) =>
  db
    .select({ drop: drops, name: stops.name, community: stops.community, runId: stops.runId })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(and(eq(stops.menuDayId, menuDayId), isNull(drops.actedAt), inArray(drops.nextAction, [...TO_DO])))
    .orderBy(asc(drops.number))

/** The tenant and site of a plan; undefined when there is none. */
export async function ownerOfPlan({ db }: App, menuDayId: string) {
  const [found] = await db
    .select({ operatorId: plans.operatorId, siteId: plans.siteId })
    .from(plans)
    .where(eq(plans.menuDayId, menuDayId))
  return found
}
