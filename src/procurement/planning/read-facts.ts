import { and, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import { OPEN, stillToCome } from '../domain/purchase-order'
import { arrival, shelfLot, type SiteSupply } from '../domain/site-supply'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { issues, lots, shortages, stockMoves } from '../schema/stock'
import { ingredients, stocking } from '../schema/supply'
import { transferLines, transfers } from '../schema/transfers'
import { among } from './among'

/** What one ingredient has on the shelf and on its way at one site. */
export interface Facts {
  readonly supplies: readonly SiteSupply[]
  /** What batches of a service date have taken already, covered or not; by days from today. */
  readonly issued: ReadonlyMap<number, number>
  /** A person has changed what is proposed of it: the plan keeps out. */
  readonly touched: boolean
  /** Most that the shelves hold; infinite where nobody says. */
  readonly most: number
  readonly serviceBps: number | null
}

const NOTHING: Facts = {
  supplies: [],
  issued: new Map(),
  touched: false,
  most: Number.POSITIVE_INFINITY,
  serviceBps: null,
}

/** Stock, what is on its way and what was cooked at some sites, as they stand now; read after the sites are held. */
export async function readFacts(
  tx: Tx,
  siteIds: readonly string[],
  ingredientIds: readonly string[],
  today: (siteId: string) => ServiceDate,
): Promise<(siteId: string, ingredientId: string) => Facts> {
  const found = new Map<
    string,
    { -readonly [K in keyof Facts]: Facts[K] } & { supplies: SiteSupply[]; issued: Map<number, number> }
  >()
  const at = (siteId: string, ingredientId: string) => {
    const key = `${siteId} ${ingredientId}`
    const known = found.get(key)
    if (known) return known
    const fresh = { ...NOTHING, supplies: [], issued: new Map<number, number>() }
    found.set(key, fresh)
    return fresh
  }
  const earliest = siteIds.map(today).reduce((a, b) => (a < b ? a : b))
  for (const { siteId, ingredientId, expiresOn, quantity } of await usableLots(tx, siteIds, ingredientIds, earliest))
    at(siteId, ingredientId).supplies.push(shelfLot(today(siteId), expiresOn, quantity))
  for (const line of await openLines(tx, siteIds, ingredientIds)) {
    const facts = at(line.siteId, line.ingredientId)
    const expiresOn = addDays(line.deliverOn, Math.max(0, line.shelfLifeDays - 1))
    facts.supplies.push(
      arrival('order', today(line.siteId), {
        on: line.deliverOn,
        expiresOn,
        quantity: stillToCome(line),
        proposed: line.status === 'proposed',
      }),
    )
    if (line.status === 'proposed' && line.changedAt !== null) facts.touched = true
  }
  for (const { siteId, ingredientId, expiresOn, quantity } of await underWay(tx, siteIds, ingredientIds))
    at(siteId, ingredientId).supplies.push(
      arrival('transfer', today(siteId), { on: today(siteId), expiresOn, quantity, proposed: false }),
    )
  for (const { siteId, ingredientId, day, quantity } of await issuedSince(tx, siteIds, today))
    at(siteId, ingredientId).issued.set(day, quantity)
  for (const { siteId, ingredientId, most, serviceBps } of await kept(tx, siteIds, ingredientIds))
    Object.assign(at(siteId, ingredientId), { most: most ?? Number.POSITIVE_INFINITY, serviceBps })
  return (siteId, ingredientId) => found.get(`${siteId} ${ingredientId}`) ?? NOTHING
}

const usableLots = (tx: Tx, siteIds: readonly string[], ingredientIds: readonly string[], from: ServiceDate) =>
  tx
    .select({
      siteId: lots.siteId,
      ingredientId: lots.ingredientId,
      expiresOn: lots.expiresOn,
      quantity: lots.quantity,
    })
    .from(lots)
    .where(
      and(
        among(lots.siteId, siteIds),
        among(lots.ingredientId, ingredientIds),
        gt(lots.quantity, 0),
        gte(lots.expiresOn, from),
        isNull(lots.blockedAt),
      ),
    )
    .orderBy(lots.expiresOn, lots.id)

const openLines = (tx: Tx, siteIds: readonly string[], ingredientIds: readonly string[]) =>
  tx
    .select({
      siteId: purchaseOrders.siteId,
      ingredientId: purchaseOrderLines.ingredientId,
      packs: purchaseOrderLines.packs,
      packSize: purchaseOrderLines.packSize,
      confirmedPacks: purchaseOrderLines.confirmedPacks,
      receivedQuantity: purchaseOrderLines.receivedQuantity,
      rejectedQuantity: purchaseOrderLines.rejectedQuantity,
      changedAt: purchaseOrderLines.changedAt,
      deliverOn: purchaseOrders.deliverOn,
      status: purchaseOrders.status,
      shelfLifeDays: ingredients.shelfLifeDays,
    })
    .from(purchaseOrderLines)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, purchaseOrderLines.purchaseOrderId))
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .where(
      and(
        among(purchaseOrders.siteId, siteIds),
        inArray(purchaseOrders.status, [...OPEN]),
        among(purchaseOrderLines.ingredientId, ingredientIds),
      ),
    )
    .orderBy(purchaseOrders.deliverOn, purchaseOrderLines.id)

const underWay = (tx: Tx, siteIds: readonly string[], ingredientIds: readonly string[]) =>
  tx
    .select({
      siteId: transfers.toSiteId,
      ingredientId: transferLines.ingredientId,
      expiresOn: lots.expiresOn,
      quantity: transferLines.sent,
    })
    .from(transferLines)
    .innerJoin(transfers, eq(transfers.id, transferLines.transferId))
    .innerJoin(lots, eq(lots.id, transferLines.lotId))
    .where(
      and(
        among(transfers.toSiteId, siteIds),
        eq(transfers.status, 'under_way'),
        among(transferLines.ingredientId, ingredientIds),
      ),
    )
    .orderBy(lots.expiresOn, transferLines.id)

const kept = (tx: Tx, siteIds: readonly string[], ingredientIds: readonly string[]) =>
  tx
    .select()
    .from(stocking)
    .where(and(among(stocking.siteId, siteIds), among(stocking.ingredientId, ingredientIds)))

interface Issued extends Record<string, unknown> {
  readonly siteId: string
  readonly ingredientId: string
  readonly day: number
  readonly quantity: number
}

async function issuedSince(
  tx: Tx,
  siteIds: readonly string[],
  today: (siteId: string) => ServiceDate,
): Promise<readonly Issued[]> {
  const { rows } = await tx.execute<Issued>(sql`
    select used.site_id as "siteId", ingredient_id as "ingredientId", service_date - asked.today as day,
           sum(quantity)::int as quantity
    from unnest(${sql.param([...siteIds])}::text[], ${sql.param(siteIds.map(today))}::date[]) as asked (site_id, today)
    join (
      select i.site_id, l.ingredient_id, i.service_date, -m.delta as quantity
      from ${issues} i join ${stockMoves} m on m.ref = i.ref and m.reason = 'issue' join ${lots} l on l.id = m.lot_id
      union all
      select i.site_id, s.ingredient_id, i.service_date, s.quantity from ${issues} i join ${shortages} s on s.ref = i.ref
    ) used on used.site_id = asked.site_id and used.service_date >= asked.today
    group by 1, 2, 3`)
  return rows
}
