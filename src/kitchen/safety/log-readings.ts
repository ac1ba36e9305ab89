import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { keyedHash } from '../../platform/seal'
import type { Measured, Thermometers } from '../../platform/thermometers/port'
import { isWithin } from '../domain/safety/within'
import { readings, sensors } from '../schema/safety'
import { requirePlausible } from './note-reading'
import { policyOf } from './policy-of'
import type { Sensor } from './sensors'

type Shown = Omit<Measured, 'thermometerId'>

/**
 * Takes in what a thermometer sends with its key; an instant sent again is known already. Returns how many were new.
 * @throws Refusal `wrong_credentials`, `temperature_impossible`, `clock_is_wrong`: none of them is written then.
 */
export async function takeReadings(
  app: App,
  { key, shown }: { key: string; shown: readonly Shown[] },
): Promise<number> {
  const hash = keyedHash(app.config, 'sensor', key)
  const [sensor] = await app.db
    .select()
    .from(sensors)
    .where(and(eq(sensors.keyHash, hash), isNull(sensors.removedAt)))
  if (!sensor) throw new Refusal('wrong_credentials')
  for (const one of shown) requirePlausible(app.now(), one)
  return logReadings(app, sensor, shown)
}

/** Not heard for so long, a thermometer is asked. */
const ASK_AFTER_MS = 15 * 60_000
const AT_ONCE = 200

/** Asks the thermometers of one source what they have shown; by state, so that a late look misses nothing of a day. */
export async function askThermometers(app: App, thermometers: Thermometers): Promise<number> {
  const until = app.now()
  const silent = or(isNull(sensors.heardAt), lt(sensors.heardAt, new Date(until.getTime() - ASK_AFTER_MS)))
  const due = await app.db
    .select()
    .from(sensors)
    .where(and(sql`${sensors.source} = ${thermometers.name}`, isNull(sensors.removedAt), silent))
    .orderBy(asc(sensors.id))
    .limit(AT_ONCE)
  if (due.length === 0) return 0
  const measured = await thermometers.measured(due, until)
  let count = 0
  for (const sensor of due) {
    const shown = measured.filter(({ thermometerId }) => thermometerId === sensor.id)
    count += await logReadings(app, sensor, shown)
  }
  return count
}

/** An instant of a thermometer is one reading, however often it is told. */
const logReadings = (app: App, sensor: Sensor, shown: readonly Shown[]): Promise<number> =>
  app.db.transaction(async (tx) => {
    if (shown.length === 0) return 0
    const { id: sensorId, operatorId, siteId, place } = sensor
    const { limits } = await policyOf({ ...app, db: tx }, siteId)
    const rows = shown.map(({ tenths, at }) => {
      const verdict = isWithin(place, tenths, limits) ? ('within' as const) : ('outside' as const)
      const what = { operatorId, siteId, place, tenths, at, verdict, source: 'sensor' as const, actorId: sensorId }
      return { ...what, id: `rdg_${sensorId}_${at.getTime()}` }
    })
    const fresh = await tx.insert(readings).values(rows).onConflictDoNothing().returning({ id: readings.id })
    const last = new Date(Math.max(...shown.map(({ at }) => at.getTime())))
    const heardAt = sql`greatest(${sensors.heardAt}, ${last.toISOString()}::timestamptz)`
    await tx.update(sensors).set({ heardAt }).where(eq(sensors.id, sensorId))
    return fresh.length
  })
