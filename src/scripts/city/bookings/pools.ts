import type { ImportOfferings } from '../../../booking/import-offerings'
import { addDays, instantOf, type ServiceDate } from '../../../kernel/time'
import { GROUP } from '../operators'
import { LADDERS } from './ladders'
import { type DemoOffering, OFFERINGS } from './offerings'

type Pool = ImportOfferings['seatPools'][number]

const ZONE = 'Asia/Shanghai'
const DAYS = 30

/** When an offering takes place: weekdays (0 = Sunday; none: all), wall-clock times, days it lasts, places, and when it closes. */
interface Times {
  readonly weekdays?: readonly number[]
  readonly at: readonly string[]
  readonly minutes: number
  readonly nights?: number
  readonly seats: number
  readonly minimum?: number
  /** Closes so many days before, at a time. Without: when it begins. */
  readonly closes?: { readonly daysBefore: number; readonly at: string }
  readonly unitGrams?: number
}

const everyQuarter = (from: number, to: number): string[] =>
  Array.from({ length: (to - from) * 4 }, (_, i) => {
    const minutes = from * 60 + i * 15
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  })

const EVENING_BEFORE = { daysBefore: 1, at: '20:00' }

const TIMES: Readonly<Record<string, Times>> = {
  latte: { at: everyQuarter(8, 20), minutes: 15, seats: 12 },
  americano: { at: everyQuarter(8, 20), minutes: 15, seats: 12 },
  shuttle: { weekdays: [1, 2, 3, 4, 5], at: ['07:20', '08:40', '13:30'], minutes: 40, seats: 19 },
  weir: {
    weekdays: [3, 6],
    at: ['07:30'],
    minutes: 600,
    seats: 30,
    minimum: 8,
    closes: { daysBefore: 2, at: '18:00' },
  },
  tea: {
    weekdays: [6],
    at: ['07:00'],
    minutes: 660,
    nights: 1,
    seats: 24,
    minimum: 10,
    closes: { daysBefore: 4, at: '18:00' },
  },
  swim: { at: ['08:00', '10:00', '14:00', '16:00', '19:00'], minutes: 120, seats: 60 },
  mandarins: { weekdays: [2, 5], at: ['16:00'], minutes: 180, seats: 300, closes: EVENING_BEFORE, unitGrams: 1_000 },
  greens: { at: ['16:00'], minutes: 180, seats: 160, closes: EVENING_BEFORE, unitGrams: 500 },
  opera: { weekdays: [6], at: ['14:30'], minutes: 120, seats: 80 },
  calligraphy: { weekdays: [2, 4], at: ['09:30'], minutes: 90, seats: 12 },
}

/** Neighbours who gather a group buy and hand it out at home. */
const LEADERS = [
  { communityId: 'com_luqi', zh: '团长 桂芬姐（鹭栖坊 3 号楼）', en: 'Guifen, Luqi Court building 3' },
  { communityId: 'com_hedu', zh: '团长 老秦（禾渡花园 1 号楼）', en: 'Mr Qin, Hedu Gardens building 1' },
]

/** A group buy a community, handed out on the third and the tenth day from now; from twenty boxes on. */
const groupBuys = (today: ServiceDate): Pool[] =>
  [3, 10].flatMap((ahead) =>
    LEADERS.flatMap(({ communityId, ...leader }) => {
      const offering = OFFERINGS.find(({ key }) => key === 'groupbuy')
      const times = { at: ['18:00'], minutes: 120, seats: 200, minimum: 20, closes: EVENING_BEFORE }
      return (offering ? on(offering, times, addDays(today, ahead)) : []).map((pool) => {
        return { ...pool, id: `${pool.id}_${communityId}`, communityId, leader }
      })
    }),
  )

/** Departures, entries, harvests and pick-up times of the next thirty days. */
export const poolsFrom = (today: ServiceDate): Pool[] => [
  ...groupBuys(today),
  ...OFFERINGS.flatMap((offering) => {
    const times = TIMES[offering.key]
    return times
      ? Array.from({ length: DAYS }, (_, i) => addDays(today, i)).flatMap((date) => on(offering, times, date))
      : []
  }),
]

function on({ key, id, kind, priceMinor }: DemoOffering, times: Times, date: ServiceDate): Pool[] {
  if (kind === 'service_slot' || kind === 'hotel_night') return []
  if (times.weekdays && !times.weekdays.includes(new Date(`${date}T00:00:00Z`).getUTCDay())) return []
  return times.at.map((at) => {
    const startsAt = instantOf(date, at, ZONE)
    const lastDay = instantOf(addDays(date, times.nights ?? 0), at, ZONE)
    const { closes } = times
    return {
      id: `pol_${key}_${date.replaceAll('-', '')}_${at.replace(':', '')}`,
      operatorId: GROUP.id,
      offeringId: id,
      kind,
      zone: ZONE,
      startsOn: date,
      startsAt,
      endsAt: new Date(lastDay.getTime() + times.minutes * 60_000),
      closesAt: closes ? instantOf(addDays(date, -closes.daysBefore), closes.at, ZONE) : startsAt,
      seats: times.seats,
      minimum: times.minimum ?? 0,
      priceMinor,
      currency: 'cny',
      ladder: LADDERS[kind],
      unitGrams: times.unitGrams ?? null,
    }
  })
}
