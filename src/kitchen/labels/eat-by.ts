import type { App } from '../../platform/app'
import { clocksOfDishes } from '../safety/clocks'

/** The dishes of one box, and until when they are good if nobody knows better. */
export interface Boxed {
  readonly groupId: string
  readonly menuDayId: string
  readonly dishIds: readonly string[]
  readonly useBy: Date
}

/** Until when each group's boxes may be eaten: the oldest good batch of any of its dishes rules. By group. */
export async function eatBy(app: App, boxed: readonly Boxed[]): Promise<Map<string, Date>> {
  const served = boxed.flatMap(({ menuDayId, dishIds }) => dishIds.map((dishId) => ({ menuDayId, dishId })))
  const once = new Map(served.map((one) => [`${one.menuDayId} ${one.dishId}`, one]))
  const clocks = (await clocksOfDishes(app, [...once.values()], app.now())).filter(({ state }) => state === 'good')
  return new Map(
    boxed.map(({ groupId, menuDayId, dishIds, useBy }) => {
      const own = clocks.filter((clock) => clock.menuDayId === menuDayId && dishIds.includes(clock.dishId))
      const first = Math.min(...own.map((clock) => clock.useBy.getTime()))
      return [groupId, own.length > 0 ? new Date(first) : useBy]
    }),
  )
}
