import type { PointKind } from './failure'
import { type Meal, type Window, wallWindow } from './windows'

/** A narrow window of a meal that residents may choose; wall-clock times of the kitchen. */
export interface SlotRule {
  readonly pointKinds: readonly PointKind[]
  readonly from: string
  readonly to: string
}

/** A courier needs room to be early or late: what is left of a slot beside closed doors is none when it is shorter. */
const SHORTEST_SECONDS = 600

/** The slots to choose from at a kind of point whose doors are open so: in order of time, each within the doors' hours. */
export function slotsAt(meal: Meal, doors: Window, rules: readonly SlotRule[], pointKind: PointKind): Window[] {
  return rules
    .filter(({ pointKinds }) => pointKinds.includes(pointKind))
    .map(({ from, to }) => within(wallWindow(meal, from, to), doors))
    .filter(({ from, to }) => to.getTime() - from.getTime() >= SHORTEST_SECONDS * 1_000)
    .sort((a, b) => a.from.getTime() - b.from.getTime())
}

/** What two windows have in common; from is not before to when they have nothing. */
export const within = (window: Window, outer: Window): Window => ({
  from: window.from < outer.from ? outer.from : window.from,
  to: window.to > outer.to ? outer.to : window.to,
})
