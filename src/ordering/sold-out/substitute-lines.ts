import { inArray, sql } from 'drizzle-orm'
import type { Allergens } from '../../kernel/allergens'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { tell } from '../../platform/realtime'
import { orderLines } from '../schema/orders'

export interface SubstituteLines {
  readonly lines: readonly { readonly lineId: string; readonly orderId: string; readonly groupId: string }[]
  readonly dishId: string
  readonly recipeVersionId: string | null
  readonly name: Text
  readonly allergens: Allergens
}

/** Other food for the same money: the lines say what comes now, with its label, and whoever watches the orders is told. */
export async function substituteLines(app: App, { lines, ...dish }: SubstituteLines): Promise<void> {
  if (lines.length === 0) return
  await app.db
    .update(orderLines)
    .set({ ...dish, was: sql`coalesce(${orderLines.was}, ${orderLines.name})` })
    .where(
      inArray(
        orderLines.id,
        lines.map(({ lineId }) => lineId),
      ),
    )
  await tell(
    app.db,
    lines.map(({ orderId, groupId, lineId }) => {
      return { topic: `order:${orderId}`, event: 'substituted', data: { groupId, lineId, name: dish.name } }
    }),
  )
}
