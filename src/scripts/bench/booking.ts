import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { freeSlots } from '../../booking/kinds/service-slot/free-slots'
import { holdSlot } from '../../booking/kinds/service-slot/hold-slot'
import { holdStay } from '../../booking/kinds/hotel-night/hold-stay'
import { roomNights, roomTypes } from '../../booking/schema/bookings'
import { resources, services } from '../../booking/schema/resources'
import { Refusal } from '../../kernel/refusal'
import { addDays, dateIn, instantOf } from '../../kernel/time'
import type { RunningApp } from '../../platform/app'
import { measured } from './load'
import { report } from './report'
import { openBenchDatabase } from './requirements/database'

const ZONE = 'Asia/Shanghai'
/** 96 starts a day on 521 days: 50,016 slot-days. */
const DAYS = 521
const STEP_MINUTES = 15
const ASKED = 20
const ROUNDS = 50
const CLIENTS = 200
const ANYBODY = { operatorIds: ['op'], personId: 'per_1' }
const FREE = [{ fromDays: 0, charge: { bps: 0 } }]

/** Three nurses, two rooms and a machine, each busy for 20 half hours on every day. */
async function fill(app: RunningApp, today: string): Promise<void> {
  const needs = [['nurse_1', 'nurse_2', 'nurse_3'], ['room_1', 'room_2'], ['machine']]
  const name = { zh: '理疗', en: 'Therapy' }
  const own = { operatorId: 'op', name }
  await app.db.insert(resources).values(needs.flat().map((id) => ({ ...own, id, kind: 'staff' as const })))
  await app.db.insert(services).values({
    ...own,
    id: 'therapy',
    zone: ZONE,
    minutes: 30,
    bufferMinutes: 10,
    stepMinutes: STEP_MINUTES,
    opening: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '00:00' })),
    needs,
    horizonDays: DAYS,
    priceMinor: 9_900,
    currency: 'CNY',
    ladder: FREE,
  })
  const start = instantOf(today, '00:00', ZONE).toISOString()
  await app.db.execute(sql`
    insert into booking.resource_uses (booking_id, resource_id, during)
    select 'busy_' || d || '_' || n, r.id, tstzrange(at, at + interval '30 minutes')
    from booking.resources r, generate_series(0, ${DAYS - 1}) d, generate_series(0, 19) n,
         lateral (select ${start}::timestamptz + d * interval '1 day' + (n * 60 + length(r.id) * 3) * interval '1 minute' as at) t`)
  const property = { operatorId: 'op', propertyId: 'inn', zone: ZONE, checkIn: '14:00', checkOut: '12:00' }
  await app.db
    .insert(roomTypes)
    .values({ ...property, id: 'twin', sleeps: 2, horizonDays: 400, currency: 'CNY', ladder: FREE })
  const nights = Array.from({ length: ROUNDS + 3 }, (_, i) => addDays(today, i + 1))
  await app.db
    .insert(roomNights)
    .values(nights.map((night) => ({ roomTypeId: 'twin', night, rooms: 1, priceMinor: 30_000 })))
  await app.db.execute(sql`analyze booking.resource_uses, booking.busy_days`)
}

/** Many at once for one thing: how many got it. A refusal is an answer, anything else is not. */
async function raced(work: () => Promise<unknown>): Promise<number> {
  const answers = await Promise.allSettled(Array.from({ length: CLIENTS }, work))
  for (const one of answers) if (one.status === 'rejected' && !(one.reason instanceof Refusal)) throw one.reason
  return answers.filter(({ status }) => status === 'fulfilled').length
}

/** `npm run bench -- booking [--json FILE]`: availability of 50,000 slot-days, and races for the last room and slot. */
export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { json: { type: 'string' } } })
  const { app, close } = await openBenchDatabase((line) => console.log(line))
  try {
    const today = dateIn(ZONE, app.now())
    await fill(app, today)
    const times: number[] = []
    let free = 0
    for (let i = 0; i < ASKED; i++) {
      const at = performance.now()
      free = (await freeSlots(app, { ...ANYBODY, serviceId: 'therapy', from: today, to: addDays(today, DAYS) })).length
      times.push(performance.now() - at)
    }
    const { p50Ms, p99Ms } = measured(times, 0, 1)

    let [rooms, slots] = [0, 0]
    for (let round = 0; round < ROUNDS; round++) {
      const from = addDays(today, round + 1)
      const room = () =>
        holdStay(app, { ...ANYBODY, roomTypeId: 'twin', from, to: addDays(from, 1), rooms: 1, guests: 2 })
      rooms += await raced(room)
      // whoever comes first leaves the machine busy for the others
      const startsAt = instantOf(addDays(today, round + 1), '22:00', ZONE)
      slots += await raced(() => holdSlot(app, { ...ANYBODY, serviceId: 'therapy', startsAt }))
    }
    const oversold = rooms - ROUNDS + (slots - ROUNDS)
    const summary = { availabilityMs: p50Ms, availabilityP99Ms: p99Ms, rounds: ROUNDS, oversold, rooms, slots }
    report(
      {
        bench: 'booking',
        summary,
        rows: [
          { of: '50,016 slot-days of one service', free, 'p50 ms': p50Ms, 'p99 ms': p99Ms },
          { of: `${CLIENTS} for the last room, ${ROUNDS} rounds`, got: rooms },
          { of: `${CLIENTS} for the last slot, ${ROUNDS} rounds`, got: slots },
        ],
      },
      values.json,
    )
  } finally {
    await close()
  }
}
