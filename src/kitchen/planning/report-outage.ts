import { and, eq, gt } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { KitchenChanged } from '../events'
import { outages } from '../schema/planning'
import { stations } from '../schema/stations'

export interface ReportOutage {
  readonly operatorId: string
  readonly siteId: string
  /** The station's code. */
  readonly station: string
  /** How many of its places are broken; more than it has are all of them. */
  readonly places: number
  readonly from: Date
  readonly until: Date
  readonly actorId: string
}

/** No repair is planned for further ahead, and a slip of the keyboard plans nothing for years. */
const LONGEST_MS = 31 * 86_400_000

/**
 * Equipment is broken from one instant until another; what is planned follows. Returns the outage's id.
 * @throws Refusal `not_found` (no such station here), `outage_impossible` (over already, turned round, or over a month)
 */
export const reportOutage = (app: App, input: ReportOutage): Promise<string> =>
  app.db.transaction(async (tx) => {
    const { operatorId, siteId, station, places, from, until, actorId } = input
    const length = until.getTime() - from.getTime()
    if (length <= 0 || length > LONGEST_MS || until <= app.now()) throw new Refusal('outage_impossible')
    const here = and(eq(stations.siteId, siteId), eq(stations.code, station))
    const [known] = await tx.select().from(stations).where(here)
    if (!known) throw new Refusal('not_found')
    const id = newId('out')
    const broken = Math.min(places, known.places)
    await tx.insert(outages).values({ id, operatorId, siteId, station, places: broken, fromAt: from, untilAt: until })
    const detail = { station, places: broken, from: from.toISOString(), until: until.toISOString() }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.report-outage', subject: id, detail })
    await publish(tx, KitchenChanged, { operatorId, siteId })
    return id
  })

/** The equipment works again from now on. Mended already stays mended. @throws Refusal `not_found` */
export const mendOutage = (app: App, { outageId, actorId }: { outageId: string; actorId: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [outage] = await tx.select().from(outages).where(eq(outages.id, outageId)).for('update')
    if (!outage) throw new Refusal('not_found')
    const now = app.now()
    const fromAt = outage.fromAt < now ? outage.fromAt : now
    const open = and(eq(outages.id, outageId), gt(outages.untilAt, now))
    const mended = await tx.update(outages).set({ fromAt, untilAt: now }).where(open).returning()
    if (mended.length === 0) return
    const { operatorId, siteId } = outage
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.mend-outage', subject: outageId })
    await publish(tx, KitchenChanged, { operatorId, siteId })
  })

/** Whose an outage is; undefined when there is none. */
export async function ownerOfOutage(app: App, id: string) {
  const owner = { operatorId: outages.operatorId, siteId: outages.siteId }
  const [found] = await app.db.select(owner).from(outages).where(eq(outages.id, id))
  return found
}
