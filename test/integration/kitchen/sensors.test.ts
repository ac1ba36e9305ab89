import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { correctReading } from '../../../src/kitchen/safety/correct-reading'
import { askThermometers, takeReadings } from '../../../src/kitchen/safety/log-readings'
import { safetyBook } from '../../../src/kitchen/safety/queries'
import { addSensor, importSensors, removeSensor } from '../../../src/kitchen/safety/sensors'
import { readings } from '../../../src/kitchen/schema/safety'
import { localThermometers } from '../../../src/platform/thermometers/local'
import { type TestApp, testApp } from '../../support/app'
import { MORNING } from './kitchen'

const SITE = { operatorId: 'op-a', siteId: 'site-a' }
const later = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000)

describe('thermometers that report by themselves', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(MORNING)
  })
  afterEach(() => app.close())

  const hang = () => addSensor(app, { ...SITE, place: 'cold_store', name: 'Cold store 1', actorId: 'chef' })
  const book = () => safetyBook(app, 'site-a', 'Asia/Shanghai')

  it('K6 V5 logs what is sent with a key, an instant once, all of a message or nothing', async () => {
    const { sensor, key } = await hang()
    const shown = [
      { tenths: 34, at: later(-20) },
      { tenths: 121, at: later(-5) },
    ]
    expect(await takeReadings(app, { key, shown })).toBe(2)
    expect(await takeReadings(app, { key, shown: [...shown, { tenths: 40, at: MORNING }] })).toBe(1)
    const { readings: log, sensors } = await book()
    expect(log.map(({ reading, sensor: name }) => [reading.tenths, reading.verdict, name])).toEqual([
      [40, 'within', 'Cold store 1'],
      [121, 'outside', 'Cold store 1'],
      [34, 'within', 'Cold store 1'],
    ])
    expect(sensors).toMatchObject([{ id: sensor.id, heardAt: MORNING }])

    const nonsense = (bad: { tenths: number; at: Date }) =>
      takeReadings(app, { key, shown: [{ tenths: 30, at: later(1) }, bad] })
    await expect(nonsense({ tenths: -600, at: MORNING })).rejects.toThrow('temperature_impossible')
    await expect(nonsense({ tenths: 30, at: later(30) })).rejects.toThrow('clock_is_wrong')
    await expect(nonsense({ tenths: 30, at: later(-25 * 60) })).rejects.toThrow('clock_is_wrong')
    await expect(takeReadings(app, { key: 'x'.repeat(32), shown })).rejects.toThrow('wrong_credentials')
    expect(await app.db.select().from(readings)).toHaveLength(3)

    await removeSensor(app, { sensorId: sensor.id, actorId: 'chef' })
    await expect(takeReadings(app, { key, shown })).rejects.toThrow('wrong_credentials')
    await expect(removeSensor(app, { sensorId: sensor.id, actorId: 'chef' })).rejects.toThrow('not_found')
    expect((await book()).readings).toHaveLength(3)
  })

  it('V5 asks those that are asked, misses nothing of a day and writes nothing twice', async () => {
    const place = 'cold_store' as const
    await importSensors(app, [{ ...SITE, id: 'sen_1', place, name: 'Cold store', source: 'local' }])
    await hang()
    // a day in quarters of an hour, and no reading of the one that sends by itself
    expect(await askThermometers(app, localThermometers)).toBe(96)
    expect(await askThermometers(app, localThermometers)).toBe(0)
    app.setNow(later(45))
    const both = await Promise.all([askThermometers(app, localThermometers), askThermometers(app, localThermometers)])
    expect(both.reduce((sum, n) => sum + n, 0)).toBe(3)
    const log = await app.db.select().from(readings)
    expect(new Set(log.map(({ at }) => at.getTime())).size).toBe(99)
    expect(log.every(({ tenths }) => tenths > 0 && tenths < 120)).toBe(true)
  })

  it('what was too warm says what was done about it, once and for good', async () => {
    const { key } = await hang()
    await takeReadings(app, {
      key,
      shown: [
        { tenths: 34, at: later(-10) },
        { tenths: 150, at: MORNING },
      ],
    })
    const [warm, cold] = (await book()).readings.map(({ reading }) => reading.id)
    const correct = (readingId = '') => correctReading(app, { readingId, action: 'Closed the door', actorId: 'chef' })
    await expect(correct(cold)).rejects.toThrow('nothing_to_do')
    await expect(correct('rdg_none')).rejects.toThrow('not_found')
    const tried = await Promise.allSettled([correct(warm), correct(warm)])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(correct(warm)).rejects.toThrow('correction_written')
    expect((await book()).readings[0]).toMatchObject({ action: 'Closed the door' })
    await expect(app.db.execute(sql`update kitchen.corrections set action = ''`)).rejects.toThrow()
    await expect(app.db.execute(sql`delete from kitchen.corrections`)).rejects.toThrow()
  })
})
