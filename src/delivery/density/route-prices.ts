import { inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { ASSUMED_PRICES, type RoutePrices } from '../domain/break-even'
import { routePrices } from '../schema/density'

/** An operator's prices; `assumed` until somebody has set them. */
export interface PricesOf extends RoutePrices {
  readonly operatorId: string
  readonly assumed: boolean
}

/** The prices of some operators, in the order asked. */
export async function pricesOf(app: App, operatorIds: readonly string[]): Promise<PricesOf[]> {
  const rows = await app.db
    .select()
    .from(routePrices)
    .where(inArray(routePrices.operatorId, [...operatorIds]))
  return operatorIds.map((operatorId) => {
    const set = rows.find((row) => row.operatorId === operatorId)
    return set ? { ...set, assumed: false } : { ...ASSUMED_PRICES, operatorId, assumed: true }
  })
}

export interface SetRoutePrices extends RoutePrices {
  readonly operatorId: string
  readonly actorId: string
}

/** Says what delivering costs an operator from now on. */
export const setRoutePrices = (app: App, { actorId, ...prices }: SetRoutePrices): Promise<void> =>
  app.db.transaction(async (tx) => {
    const row = { ...prices, setAt: app.now() }
    await tx.insert(routePrices).values(row).onConflictDoUpdate({ target: routePrices.operatorId, set: row })
    const { operatorId, ...detail } = prices
    await note(
      { ...app, db: tx },
      { operatorId, actorId, action: 'delivery.route-prices', subject: operatorId, detail },
    )
  })
