import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { insertAll } from '../../platform/insert-all'
import { keyedHash } from '../../platform/seal'
import type { Owner } from '../queries'
import { sensors } from '../schema/safety'

export type Sensor = typeof sensors.$inferSelect

export interface AddSensor {
  readonly operatorId: string
  readonly siteId: string
  readonly place: Sensor['place']
  readonly name: string
  readonly actorId: string
}

/** Hangs up a thermometer that sends its readings itself; its key is told this once and kept as a hash. */
export const addSensor = (app: App, { actorId, ...sensor }: AddSensor): Promise<{ sensor: Sensor; key: string }> =>
  app.db.transaction(async (tx) => {
    const key = randomBytes(24).toString('base64url')
    const row = { id: newId('sen'), ...sensor, source: 'push' as const, keyHash: keyedHash(app.config, 'sensor', key) }
    const [added] = await tx.insert(sensors).values(row).returning()
    if (!added) throw new Error('a sensor was not written')
    const { operatorId, id: subject } = added
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.add-sensor', subject })
    return { sensor: added, key }
  })

/** Takes a thermometer down: its key opens nothing any more, its readings stay. */
export const removeSensor = (app: App, { sensorId, actorId }: { sensorId: string; actorId: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const hangs = and(eq(sensors.id, sensorId), isNull(sensors.removedAt))
    const gone = { removedAt: app.now(), keyHash: null }
    const [removed] = await tx.update(sensors).set(gone).where(hangs).returning()
    if (!removed) throw new Refusal('not_found')
    const { operatorId } = removed
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.remove-sensor', subject: sensorId })
  })

/** The thermometers that hang in a kitchen. */
export const sensorsAt = (app: App, siteId: string): Promise<Sensor[]> =>
  app.db
    .select()
    .from(sensors)
    .where(and(eq(sensors.siteId, siteId), isNull(sensors.removedAt)))
    .orderBy(asc(sensors.place), asc(sensors.name), asc(sensors.id))

/** Whose a thermometer is; undefined when there is none. */
export async function ownerOfSensor(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: sensors.operatorId, siteId: sensors.siteId }
  const [found] = await app.db.select(owner).from(sensors).where(eq(sensors.id, id))
  return found
}

/** Thermometers of a first start. What hangs is left. */
export const importSensors = (app: App, rows: readonly (typeof sensors.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, sensors, rows)
