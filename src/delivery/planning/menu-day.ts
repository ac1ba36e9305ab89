import type { Spot } from '../../kernel/distance'
import type { Text } from '../../kernel/text'
import type { MealPeriod } from '../../kernel/time'
import type { PointKind } from '../domain/failure'
import type { Parcel } from '../domain/stops'
import type { Meal } from '../domain/windows'

/** One order's boxes and how they are handed over. */
export interface GroupToDeliver extends Parcel {
  readonly orderId: string
  readonly number: string
  readonly servicePointId: string
  readonly point: Text
  readonly pointKind: PointKind
  readonly code: string
  /** First character of the name only. */
  readonly initial: string
}

/** What planning must know of a building. */
export interface BuildingToReach extends Spot {
  readonly name: Text
  readonly communityId: string
  readonly community: Text
  /** Homes, offices, a school …: which doors are open when, and who needs a pass. */
  readonly siteType: string
  /** To pass the gate of the community and park. */
  readonly gateSeconds: number
  readonly floors: number
  readonly lift: boolean
}

/** A closed menu day with all that its delivery depends on. Every group's building is among the buildings. */
export interface MenuDayToPlan extends Meal {
  readonly menuDayId: string
  readonly operatorId: string
  readonly siteId: string
  readonly period: MealPeriod
  readonly depot: Spot
  readonly groups: readonly GroupToDeliver[]
  readonly buildings: ReadonlyMap<string, BuildingToReach>
}
