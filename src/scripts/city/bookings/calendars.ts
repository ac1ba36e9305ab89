import type { ImportOfferings } from '../../../booking/import-offerings'
import { addDays, type ServiceDate } from '../../../kernel/time'
import { GROUP } from '../operators'
import { LADDERS } from './ladders'
import { OFFERINGS } from './offerings'

const ZONE = 'Asia/Shanghai'
const NIGHTS = 90

const staff = (id: string, providerId: string, zh: string, en: string) => {
  return { id: `rsc_${id}`, operatorId: GROUP.id, providerId, kind: 'staff' as const, name: { zh, en } }
}
const room = (id: string, zh: string, en: string) => {
  return { id: `rsc_${id}`, operatorId: GROUP.id, providerId: 'pvd_wuli', kind: 'room' as const, name: { zh, en } }
}

/** Who and what is busy with one thing at a time. */
export const RESOURCES: ImportOfferings['resources'] = [
  staff('tao', 'pvd_wuli', '陶静 康复师', 'Jing Tao, therapist'),
  staff('mu', 'pvd_wuli', '穆远 康复师', 'Yuan Mu, therapist'),
  staff('ruan', 'pvd_wuli', '阮秋 护士', 'Qiu Ruan, nurse'),
  room('room1', '一号诊室', 'Room 1'),
  room('room2', '二号诊室', 'Room 2'),
  staff('bian', 'pvd_anju', '卞师傅', 'Mr Bian'),
  staff('yin', 'pvd_anju', '尹师傅', 'Ms Yin'),
]

interface Shape {
  readonly minutes: number
  readonly bufferMinutes: number
  readonly needs: string[][]
}

const SHAPES: Readonly<Record<string, Shape>> = {
  rehab: {
    minutes: 45,
    bufferMinutes: 15,
    needs: [
      ['rsc_tao', 'rsc_mu'],
      ['rsc_room1', 'rsc_room2'],
    ],
  },
  health: { minutes: 10, bufferMinutes: 5, needs: [['rsc_ruan'], ['rsc_room1', 'rsc_room2']] },
  // a visit keeps its traveller busy on the way there and back
  haircut: { minutes: 45, bufferMinutes: 30, needs: [['rsc_yin']] },
  cleaning: { minutes: 180, bufferMinutes: 60, needs: [['rsc_bian', 'rsc_yin']] },
}

/** Monday to Saturday. */
const OPEN = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }))

export const SERVICES: ImportOfferings['services'] = OFFERINGS.flatMap(({ key, id, name, priceMinor }) => {
  const shape = SHAPES[key]
  if (!shape) return []
  const { minutes, bufferMinutes, needs } = shape
  const stepMinutes = minutes <= 10 ? 15 : 30
  const when = { zone: ZONE, opening: OPEN, horizonDays: 60, stepMinutes, minutes, bufferMinutes }
  return [{ id, operatorId: GROUP.id, name, needs, priceMinor, currency: 'cny', ladder: LADDERS.service_slot, ...when }]
})

const ROOMS = [
  {
    id: 'rmt_inn_twin',
    name: { zh: '河景双床房', en: 'Twin room with a view' },
    sleeps: 2,
    rooms: 8,
    priceMinor: 32_800,
  },
  { id: 'rmt_inn_family', name: { zh: '家庭房', en: 'Family room' }, sleeps: 4, rooms: 4, priceMinor: 45_800 },
]

export const ROOM_TYPES: ImportOfferings['roomTypes'] = ROOMS.map(({ id, name, sleeps }) => ({
  id,
  name,
  sleeps,
  operatorId: GROUP.id,
  propertyId: 'pvd_inn',
  offeringId: 'off_inn',
  zone: ZONE,
  checkIn: '14:00',
  checkOut: '12:00',
  horizonDays: NIGHTS,
  currency: 'cny',
  ladder: LADDERS.hotel_night,
}))

/** Fridays and Saturdays cost a fifth more. */
export const nightsFrom = (today: ServiceDate): ImportOfferings['roomNights'] =>
  ROOMS.flatMap(({ id: roomTypeId, rooms, priceMinor }) =>
    Array.from({ length: NIGHTS }, (_, i) => {
      const night = addDays(today, i)
      const isWeekend = [5, 6].includes(new Date(`${night}T00:00:00Z`).getUTCDay())
      return {
        roomTypeId,
        night,
        rooms,
        overbooking: 0,
        priceMinor: isWeekend ? Math.round(priceMinor * 1.2) : priceMinor,
      }
    }),
  )
