import { and, desc, eq, gte, isNull, or } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { addDays, dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { RHYTHMS } from '../domain/safety/rules'
import { dueOn } from '../domain/safety/self-check'
import type { Owner } from '../queries'
import { batches } from '../schema/batches'
import { corrections, readings, retainedSamples, selfChecks, sensors } from '../schema/safety'
import { clocksAt } from './clocks'
import { policyOf } from './policy-of'
import { sensorsAt } from './sensors'

const DAY_MS = 86_400_000

/** Whose a retained sample is; undefined when there is none. */
export async function ownerOfSample(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: retainedSamples.operatorId, siteId: retainedSamples.siteId }
  const [found] = await app.db.select(owner).from(retainedSamples).where(eq(retainedSamples.id, id))
  return found
}

/** A retained sample. @throws Refusal `not_found` */
export async function sampleById(app: App, id: string) {
  const [sample] = await app.db.select().from(retainedSamples).where(eq(retainedSamples.id, id))
  if (!sample) throw new Refusal('not_found')
  return sample
}

/** What a kitchen has to show for food safety: its rules, clocks, readings, samples, and the checks that are due or signed. */
export async function safetyBook(app: App, siteId: string, zone: string) {
  const now = app.now()
  const today = dateIn(zone, now)
  const { profile, checklists, limits, holding } = await policyOf(app, siteId)
  const signed = await app.db
    .select()
    .from(selfChecks)
    .where(and(eq(selfChecks.siteId, siteId), gte(selfChecks.dueOn, addDays(today, -62))))
    .orderBy(desc(selfChecks.signedAt))
  const checks = RHYTHMS.map((rhythm) => {
    const due = dueOn(rhythm, today)
    return {
      rhythm,
      dueOn: due,
      items: checklists[rhythm],
      signed: signed.find((one) => one.rhythm === rhythm && one.dueOn === due),
    }
  })
  return {
    now,
    profile,
    sampleGrams: limits.sampleGrams,
    holding,
    clocks: await clocksAt(app, siteId),
    readings: await readingsOf(app, siteId, new Date(now.getTime() - DAY_MS)),
    sensors: await sensorsAt(app, siteId),
    samples: await samplesOf(app, siteId, new Date(now.getTime() - 3 * DAY_MS)),
    unsampled: limits.sampleGrams > 0 ? await unsampled(app, siteId, today) : [],
    checks,
    signed,
  }
}

/** The readings of a day; of those that were not as they should be also what was done. */
const readingsOf = (app: App, siteId: string, since: Date) =>
  app.db
    .select({ reading: readings, action: corrections.action, sensor: sensors.name })
    .from(readings)
    .leftJoin(corrections, eq(corrections.readingId, readings.id))
    .leftJoin(sensors, eq(sensors.id, readings.actorId))
    .where(and(eq(readings.siteId, siteId), gte(readings.at, since)))
    .orderBy(desc(readings.at), desc(readings.id))
    .limit(200)

/** A reading with what was done about it. @throws Refusal `not_found` */
export async function readingById(app: App, id: string) {
  const [found] = await app.db
    .select({ reading: readings, action: corrections.action, sensor: sensors.name })
    .from(readings)
    .leftJoin(corrections, eq(corrections.readingId, readings.id))
    .leftJoin(sensors, eq(sensors.id, readings.actorId))
    .where(eq(readings.id, id))
  if (!found) throw new Refusal('not_found')
  return found
}

/** Samples that are still kept, and those thrown away lately. */
const samplesOf = (app: App, siteId: string, since: Date) =>
  app.db
    .select()
    .from(retainedSamples)
    .where(
      and(
        eq(retainedSamples.siteId, siteId),
        or(isNull(retainedSamples.disposedAt), gte(retainedSamples.disposedAt, since)),
      ),
    )
    .orderBy(desc(retainedSamples.takenAt), retainedSamples.id)
    .limit(300)

/** Dishes cooked today of which no sample is kept yet. */
const unsampled = (app: App, siteId: string, today: string) =>
  app.db
    .selectDistinctOn([batches.menuDayId, batches.dishId], {
      menuDayId: batches.menuDayId,
      period: batches.period,
      dishId: batches.dishId,
      name: batches.name,
    })
    .from(batches)
    .leftJoin(
      retainedSamples,
      and(
        eq(retainedSamples.siteId, batches.siteId),
        eq(retainedSamples.menuDayId, batches.menuDayId),
        eq(retainedSamples.dishId, batches.dishId),
      ),
    )
    .where(
      and(
        eq(batches.siteId, siteId),
        eq(batches.serviceDate, today),
        eq(batches.status, 'cooked'),
        isNull(retainedSamples.id),
      ),
    )
