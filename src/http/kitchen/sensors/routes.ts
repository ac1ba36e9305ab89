import { correctReading, ownerOfReading } from '../../../kitchen/safety/correct-reading'
import { takeReadings } from '../../../kitchen/safety/log-readings'
import { readingById } from '../../../kitchen/safety/queries'
import { addSensor, ownerOfSensor, removeSensor } from '../../../kitchen/safety/sensors'
import { type Route, serve } from '../../serve'
import { ownSite, requireOwn } from '../reach'
import { readingView, sensorView } from '../safety/views'
import * as contract from './contract'

/** Thermometers of kitchens: hung up by people, heard by their key. */
export const kitchenSensorRoutes: readonly Route[] = [
  serve(contract.addSensor, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const { sensor, key } = await addSensor(app, { ...body, operatorId, siteId, actorId: caller.personId })
    return { ...sensorView(sensor), key }
  }),

  serve(contract.removeSensor, async ({ app, caller, params: { sensorId } }) => {
    requireOwn(caller, await ownerOfSensor(app, sensorId))
    await removeSensor(app, { sensorId, actorId: caller.personId })
    return { removed: true as const }
  }),

  serve(contract.takeReadings, async ({ app, body: { key, readings } }) => {
    const shown = readings.map(({ celsius, at }) => ({ tenths: Math.round(celsius * 10), at: new Date(at) }))
    return { taken: await takeReadings(app, { key, shown }) }
  }),

  serve(contract.correctReading, async ({ app, caller, params: { readingId }, body: { action } }) => {
    requireOwn(caller, await ownerOfReading(app, readingId))
    await correctReading(app, { readingId, action, actorId: caller.personId })
    return readingView(await readingById(app, readingId))
  }),
]
