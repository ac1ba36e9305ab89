import { and, asc, eq, gt, ilike, inArray, lte, or, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { type Reach, within } from '../reach'
import { lots } from '../schema/stock'
import { ingredients, suppliers } from '../schema/supply'

/** Lists end here; what is more needs a narrower filter. */
const MOST_ROWS = 1_000

/** What is shown of a lot wherever one is shown. */
export const LOT = {
  id: lots.id,
  operatorId: lots.operatorId,
  siteId: lots.siteId,
  ingredientId: lots.ingredientId,
  ingredient: ingredients.name,
  unit: ingredients.unit,
  storage: ingredients.storage,
  code: lots.code,
  expiresOn: lots.expiresOn,
  quantity: lots.quantity,
  receivedQuantity: lots.receivedQuantity,
  costPerThousand: lots.costPerThousand,
  receivedAt: lots.receivedAt,
  receiptId: lots.receiptId,
  parentId: lots.parentId,
  supplierId: lots.supplierId,
  supplier: suppliers.name,
  blockedAt: lots.blockedAt,
  blockReason: lots.blockReason,
}

const lotRows = (app: App) =>
  app.db
    .select(LOT)
    .from(lots)
    .innerJoin(ingredients, eq(ingredients.id, lots.ingredientId))
    .leftJoin(suppliers, eq(suppliers.id, lots.supplierId))

export type LotRow = Awaited<ReturnType<typeof listLots>>[number]

export interface StockFilter {
  readonly reach: readonly Reach[]
  readonly siteId?: string | undefined
  /** Lots that expire on this day at the latest. */
  readonly expiresBy?: ServiceDate | undefined
  readonly search?: string | undefined
}

/** Lots that have something left, the earliest expiry first: the order in which they are used. */
export const listLots = (app: App, { reach, siteId, expiresBy, search }: StockFilter) =>
  lotRows(app)
    .where(
      and(
        within(reach, lots),
        gt(lots.quantity, 0),
        siteId ? eq(lots.siteId, siteId) : undefined,
        expiresBy ? lte(lots.expiresOn, expiresBy) : undefined,
        search ? or(ilike(lots.code, `%${search}%`), sql`${ingredients.name}::text ilike ${`%${search}%`}`) : undefined,
      ),
    )
    .orderBy(asc(lots.expiresOn), asc(lots.ingredientId), asc(lots.id))
    .limit(MOST_ROWS)

/** Lots by id, used up or not, in no order. */
export const lotsByIds = (app: App, ids: readonly string[]) => lotRows(app).where(inArray(lots.id, [...ids]))

/** Lots by the code on the box, used up or not, the newest first. */
export const lotsByCode = (app: App, reach: readonly Reach[], code: string) =>
  lotRows(app)
    .where(and(within(reach, lots), ilike(lots.code, `${code.replace(/[\\%_]/g, '\\$&')}%`)))
    .orderBy(sql`${lots.receivedAt} desc`, asc(lots.id))
    .limit(MOST_ROWS)

/** Lots that came with one delivery. */
export const lotsOfReceipt = (app: App, receiptId: string) =>
  lotRows(app).where(eq(lots.receiptId, receiptId)).orderBy(asc(lots.ingredientId), asc(lots.id))

/** The lots one was brought from or has become at other sites, at any distance, itself left out. */
export async function familyOf(app: App, id: string) {
  const { rows } = await app.db.execute<{ id: string }>(sql`
    with recursive up as (
      select id, parent_id from ${lots} where id = ${id}
      union select l.id, l.parent_id from ${lots} l join up on l.id = up.parent_id
    ), down as (
      select id from up
      union select l.id from ${lots} l join down on l.parent_id = down.id
    )
    select id from down where id <> ${id} order by id limit ${MOST_ROWS}`)
  return rows.length === 0
    ? []
    : lotsByIds(
        app,
        rows.map((row) => row.id),
      )
}
