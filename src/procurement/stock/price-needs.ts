import { and, gt, gte, inArray, isNull } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { type Priced, priceFefo } from '../domain/price-fefo'
import { lots } from '../schema/stock'

/** What raw needs cost by the lots operators have on their shelves on a day, need by need; one query. */
export async function priceNeeds(
  app: App,
  operatorIds: readonly string[],
  on: ServiceDate,
  needs: readonly (readonly { readonly ingredientId: string; readonly quantity: number }[])[],
): Promise<Priced[]> {
  const left = await app.db
    .select({
      id: lots.id,
      ingredientId: lots.ingredientId,
      expiresOn: lots.expiresOn,
      quantity: lots.quantity,
      costPerThousand: lots.costPerThousand,
    })
    .from(lots)
    .where(
      and(
        inArray(lots.operatorId, [...operatorIds]),
        gt(lots.quantity, 0),
        gte(lots.expiresOn, on),
        isNull(lots.blockedAt),
      ),
    )
  const byIngredient = grouped(left, ({ ingredientId }) => ingredientId)
  return needs.map((each) => priceFefo(each, byIngredient, on))
}
