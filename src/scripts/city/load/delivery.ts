import type { ImportFleet } from '../../../delivery/fleet/import-fleet'
import type { DemoCity } from '../city'
import type { importSlots } from '../../../delivery/slots/wish-slots'
import { DOOR_WINDOWS, doorsOf, FLEET, SLOTS } from '../places/fleet'

/** A box with its share of an insulated bag. */
const LITRES_PER_BOX = 3
const RELOAD_SECONDS = 600
/** A driver's hour, in fen. */
const PER_HOUR_MINOR = 3_000
/** Longer than any meal is served, over midnight too. */
const SHIFT = { shiftFrom: '05:00', shiftTo: '02:00' }

/** The slots of the demo city: half hours, for whoever waits at a door. */
export const slotsOf = (city: DemoCity): Parameters<typeof importSlots>[1] =>
  SLOTS.map((slot, i) => ({
    ...slot,
    id: `slo_${i + 1}`,
    operatorId: operatorIn(city, slot.siteId),
    pointKinds: ['door', 'lobby'],
  }))

const operatorIn = (city: DemoCity, siteId: string) => city.sites.find(({ id }) => id === siteId)?.operatorId ?? ''

/** Vehicles, couriers, windows and lockers of the demo city as rows of `delivery`. */
export function deliveryOf(city: DemoCity): ImportFleet {
  const operatorOf = (siteId: string) => operatorIn(city, siteId)
  return {
    vehicles: FLEET.map(
      ({ id, siteId, name, number, boxes, skills, metresPerSecond, trips, perKmMinor, perUseMinor }) => ({
        id,
        siteId,
        operatorId: operatorOf(siteId),
        boxes,
        metresPerSecond,
        trips,
        perKmMinor,
        perUseMinor,
        name: { zh: `${name.zh} ${number}`, en: `${name.en} ${number}` },
        skills: [...skills],
        litres: boxes * LITRES_PER_BOX,
        hotBoxes: boxes,
        // a third of the bags can be packed with ice
        chilledBoxes: Math.floor(boxes / 3),
        ...SHIFT,
        reloadSeconds: RELOAD_SECONDS,
        perHourMinor: PER_HOUR_MINOR,
      }),
    ),
    couriers: city.accounts
      .filter(({ role }) => role === 'courier')
      .map(({ id: personId, operatorId }) => ({ personId, operatorId, skills: ['hospital', 'school'], ...SHIFT })),
    windows: DOOR_WINDOWS.map(({ siteTypes, ...window }, i) => ({
      ...window,
      id: `win_${i + 1}`,
      operatorId: operatorOf(window.siteId),
      siteTypes: [...siteTypes],
    })),
    compartments: city.servicePoints.flatMap(({ id: servicePointId, compartments }) =>
      doorsOf(compartments).map((boxes, i) => ({
        id: `${servicePointId}_${i + 1}`,
        servicePointId,
        number: i + 1,
        boxes,
      })),
    ),
  }
}
