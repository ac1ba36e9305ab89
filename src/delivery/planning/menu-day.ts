import type { Text } from '../../kernel/text'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { Spot } from '../domain/plan'
import type { BuildingFacts, Pending, StopAt } from '../domain/problem'

/** One order's boxes and how they are handed over. */
export interface GroupToDeliver extends Pending {
  readonly orderId: string
  readonly number: string
  readonly servicePointId: string
  readonly point: Text
  readonly code: string
  /** First character of the name only. */
  readonly initial: string
}

export interface BuildingToReach extends BuildingFacts {
  readonly name: Text
  readonly community: Text
}

/** A closed menu day with all that its delivery depends on. Every group's building is among the buildings. */
export interface MenuDayToPlan {
  readonly menuDayId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly servesFrom: Date
  readonly servesTo: Date
  readonly depot: Spot
  readonly groups: readonly GroupToDeliver[]
  readonly buildings: ReadonlyMap<string, BuildingToReach>
}

/** A building's stop before it has a place in a run. */
export interface PlannedStop extends StopAt<GroupToDeliver> {
  readonly building: BuildingToReach
}
