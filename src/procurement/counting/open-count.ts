import { and, asc, eq, gt } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { isTaken } from '../../platform/refused'
import { tell } from '../../platform/realtime'
import type { Storage } from '../domain/storage'
import { countLines, counts } from '../schema/counting'
import { lots } from '../schema/stock'
import { ingredients } from '../schema/supply'
import { told } from '../told'

export interface OpenCount {
  readonly operatorId: string
  readonly siteId: string
  /** One kind of storage only. */
  readonly storage?: Storage | undefined
  readonly openedBy: string
}

/**
 * A sheet over every lot of a site that has something left. One is open a site at a time.
 * @throws Refusal `count_already_open`
 */
export const openCount = (app: App, input: OpenCount): Promise<{ countId: string }> =>
  open(app, input).catch((error: unknown) => {
    if (isTaken(error, 'one_open_count')) throw new Refusal('count_already_open')
    throw error
  })

const open = (app: App, { operatorId, siteId, storage, openedBy }: OpenCount): Promise<{ countId: string }> =>
  app.db.transaction(async (tx) => {
    const id = newId('cnt')
    const sheet = { id, operatorId, siteId, storage: storage ?? null, openedBy, openedAt: app.now() }
    await tx.insert(counts).values({ ...sheet, status: 'counting' })
    const shelf = await tx
      .select({ lotId: lots.id })
      .from(lots)
      .innerJoin(ingredients, eq(ingredients.id, lots.ingredientId))
      .where(and(eq(lots.siteId, siteId), gt(lots.quantity, 0), storage ? eq(ingredients.storage, storage) : undefined))
      .orderBy(asc(lots.id))
    const lines = shelf.map(({ lotId }) => ({ id: newId('cnl'), countId: id, lotId }))
    if (lines.length > 0) await tx.insert(countLines).values(lines)
    await note(
      { ...app, db: tx },
      { operatorId, actorId: openedBy, action: 'procurement.open-count', subject: id, detail: { lots: lines.length } },
    )
    await tell(tx, told('count', sheet))
    return { countId: id }
  })
