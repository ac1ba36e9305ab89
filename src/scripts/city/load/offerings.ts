import type { ImportOfferings } from '../../../booking/import-offerings'
import type { ServiceDate } from '../../../kernel/time'
import { nightsFrom, RESOURCES, ROOM_TYPES, SERVICES } from '../bookings/calendars'
import { LADDERS } from '../bookings/ladders'
import { OFFERINGS } from '../bookings/offerings'
import { poolsFrom } from '../bookings/pools'
import { PROVIDERS } from '../bookings/providers'
import { GROUP } from '../operators'

const ZONE = 'Asia/Shanghai'

/** Farm produce 9 %, everything else 6 %. */
const taxOf = (kind: string): number => (kind === 'produce' ? 900 : 600)

const HEALTH = new Set(['rehab', 'health'])

const COFFEE = [
  { id: 'large', name: { zh: '大杯', en: 'Large' }, addMinor: 400 },
  { id: 'oat', name: { zh: '换燕麦奶', en: 'Oat milk' }, addMinor: 300 },
  { id: 'less_sugar', name: { zh: '少糖', en: 'Less sugar' }, addMinor: 0 },
  { id: 'iced', name: { zh: '冰', en: 'Iced' }, addMinor: 0 },
]

/** All that can be booked in the demo city as rows of `booking`. */
export const offeringsOf = (today: ServiceDate): ImportOfferings => ({
  providers: PROVIDERS.map((provider) => ({ ...provider, operatorId: GROUP.id, zone: ZONE })),
  offerings: OFFERINGS.map(({ key, priceMinor: fromMinor, ...offering }, position) => ({
    ...offering,
    fromMinor,
    position,
    operatorId: GROUP.id,
    zone: ZONE,
    currency: 'cny',
    taxBps: taxOf(offering.kind),
    ladder: LADDERS[offering.kind],
    isHealth: HEALTH.has(key),
    options: offering.kind === 'made_to_order' ? COFFEE : [],
  })),
  resources: RESOURCES,
  services: SERVICES,
  roomTypes: ROOM_TYPES,
  roomNights: nightsFrom(today),
  seatPools: poolsFrom(today),
})
