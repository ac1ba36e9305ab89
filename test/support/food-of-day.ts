import * as planning from '../../src/http/kitchen/planning/contract'
import * as safety from '../../src/http/kitchen/safety/contract'
import * as sensors from '../../src/http/kitchen/sensors/contract'
import * as transfers from '../../src/http/kitchen/transfers/contract'
import { foodTransfers } from '../../src/kitchen/schema/transfers'
import type { Asked, Call } from './call'
import { OPERATOR, type Reached } from './service-day'

type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

const SITE = 'site_k1'

/** What a kitchen has to show of a lunch: a sample of one dish, food from another kitchen on its way here, a check to sign. */
export async function foodOfDay(
  { app }: Pick<Reached, 'app'>,
  ask: Ask,
  { token, menuDayId, batches }: { token: string; menuDayId: string; batches: readonly any[] },
) {
  const [first, second] = batches
  const params = { siteId: SITE }
  const kept = { menuDayId, dishId: first.dishId, grams: 150, place: 'Fridge 1' }
  const sample = await ask(safety.keepSample, { token, params, body: kept })
  const { checks } = await ask(safety.showSafety, { token, params })
  const { satellites } = await ask(transfers.listTransfers, { token, params })
  const warm = { place: 'cold_store', celsius: 15 }
  const reading = await ask(safety.noteReading, { token, params, body: warm })
  const hung = { place: 'freezer', name: 'Freezer 9' }
  const sensor = await ask(sensors.addSensor, { token, params, body: hung })
  const outage = { from: app.now().toISOString(), until: new Date(app.now().getTime() + 3_600_000).toISOString() }
  const broken = { station: 'wok', places: 1, ...outage }
  const { outages } = await ask(planning.reportOutage, { token, params, body: broken })
  const [other] = satellites
  const transferId = 'ftr_of_the_day'
  await app.db.insert(foodTransfers).values({
    id: transferId,
    operatorId: OPERATOR,
    fromSiteId: other.id,
    toSiteId: SITE,
    batchId: first.id,
    name: first.name,
    mode: 'hot',
    sent: 5,
    sentAt: app.now(),
    sentBy: 'cook',
  })
  return {
    batchId: first.id,
    dishId: first.dishId,
    otherDishId: batches.find(({ dishId }) => dishId !== first.dishId)?.dishId ?? second.dishId,
    sampleId: sample.id,
    readingId: reading.id,
    sensor: { sensorId: sensor.id as string, key: sensor.key as string },
    now: app.now().toISOString(),
    transferId,
    outage,
    outageId: outages[0].id as string,
    toSiteId: other.id,
    answers: checks.find(({ rhythm }: any) => rhythm === 'daily').items.map(({ code }: any) => ({ code, ok: true })),
  }
}
