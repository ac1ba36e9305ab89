import type { CityLunch } from './generate'
import type { KitchenRouted } from './route-kitchen'
import type { SharedOut } from './share-out'

/** What no single kitchen's checker can see: every box leaves once, from a kitchen that covers the place and can cook it. */
export function checkCity(
  { kitchens, communities, orders }: CityLunch,
  { kitchenOf, merged }: SharedOut,
  routed: readonly KitchenRouted[],
): string[] {
  const wrong = routed.flatMap(({ kitchenId, violations }) => violations.map((each) => `${kitchenId}: ${each}`))
  for (const { id, kitchenIds } of communities) {
    const from = kitchenOf.get(id)
    if (from !== undefined && !kitchenIds.includes(from)) wrong.push(`${id} is not covered by ${from}`)
  }
  let boxes = 0
  for (const lunch of merged) {
    const kitchen = kitchens.find(({ id }) => id === lunch.kitchenId)
    const result = routed.find(({ kitchenId }) => kitchenId === lunch.kitchenId)
    const cooked = lunch.stops.reduce((sum, stop) => sum + stop.boxes, 0)
    if (!kitchen || cooked > kitchen.boxes) wrong.push(`${lunch.kitchenId} cooks ${cooked}`)
    const served = new Set(result?.served)
    if (served.size !== result?.served.length) wrong.push(`${lunch.kitchenId} serves a stop twice`)
    for (const stop of lunch.stops) {
      if (served.has(stop.id)) boxes += stop.boxes
      else wrong.push(`${lunch.kitchenId} leaves ${stop.id}`)
    }
  }
  const ordered = orders.reduce((sum, order) => sum + order.boxes, 0)
  if (boxes !== ordered) wrong.push(`${boxes} boxes go out of ${ordered} ordered`)
  return wrong
}
