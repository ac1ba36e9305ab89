import type { BuildingToReach, GroupToDeliver, MenuDayToPlan } from '../../../src/delivery/planning/menu-day'
import { importFleet } from '../../../src/delivery/fleet/import-fleet'
import { TRICYCLE, type Vehicle } from '../../../src/delivery/domain/fleet'
import type { App } from '../../../src/platform/app'
import { group, lunch } from './lunch'

const named = (name: string) => ({ zh: name, en: name })

/** Buildings of some communities round the kitchen, each community about a kilometre further on. */
export const buildingsOf = (communities: number, each: number): Map<string, BuildingToReach> =>
  new Map(
    Array.from({ length: communities * each }, (_, i) => {
      const community = Math.floor(i / each)
      const angle = (community / communities) * 2 * Math.PI
      const away = 0.008 + 0.002 * (community % 3)
      const building = {
        name: named(`b${i}`),
        communityId: `c${community}`,
        community: named(`c${community}`),
        siteType: 'residential',
        lat: 31.2 + away * Math.cos(angle) + 0.0006 * (i % each),
        lon: 121.5 + away * Math.sin(angle) + 0.0004 * ((i * 7) % each),
        gateSeconds: 90,
        floors: 6,
        lift: i % 2 === 0,
      }
      return [`b${i}`, building] as const
    }),
  )

/** A lunch of so many one-box orders, spread over the buildings in turn. */
export function cityLunch(
  buildings: ReadonlyMap<string, BuildingToReach>,
  orders: number,
  over: Partial<MenuDayToPlan> = {},
): MenuDayToPlan {
  const ids = [...buildings.keys()]
  const groups: GroupToDeliver[] = Array.from({ length: orders }, (_, i) =>
    group(ids[i % ids.length] ?? '', { number: String(i + 1).padStart(3, '0') }),
  )
  return lunch({ groups, buildings, ...over })
}

/** Vehicles of a site's own. */
export const addVehicles = (app: App, siteId: string, count: number, over: Partial<Vehicle> = {}) =>
  importFleet(app, {
    vehicles: Array.from({ length: count }, (_, i) => ({
      ...TRICYCLE,
      ...over,
      skills: [...(over.skills ?? TRICYCLE.skills)],
      id: `${siteId}-v${i + 1}`,
      name: named(`v${i + 1}`),
      operatorId: 'op-a',
      siteId,
    })),
    couriers: [],
    windows: [],
    compartments: [],
  })
