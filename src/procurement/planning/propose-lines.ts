import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { noteAll } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { packPrice } from '../domain/pack-terms'
import type { QuantityReason } from '../schema/planning'
import { orderNumbers, purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import type { SoldTerms } from './read-terms'

/** One ingredient to buy for one site, and why so much. */
export interface WantedLine {
  readonly reviewId: string
  readonly operatorId: string
  readonly siteId: string
  readonly today: ServiceDate
  readonly ingredientId: string
  readonly terms: SoldTerms
  readonly deliverOn: ServiceDate
  readonly packs: number
  readonly reason: QuantityReason
}

const deliveryOf = ({
  siteId,
  supplierId,
  deliverOn,
}: {
  siteId: string
  supplierId: string
  deliverOn: ServiceDate
}) => `${siteId} ${supplierId} ${deliverOn}`

/** Puts what is wanted on the proposals for its deliveries, which are opened as needed; with as many statements for many sites as for one. */
export async function proposeLines(app: App, tx: Tx, wanted: readonly WantedLine[]): Promise<void> {
  if (wanted.length === 0) return
  const deliveries = new Map(wanted.map((line) => [deliveryOf({ ...line, supplierId: line.terms.supplierId }), line]))
  const orderIds = await standingProposals(tx, wanted)
  const fresh = [...deliveries].filter(([key]) => !orderIds.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, id] of await openProposals(
    app,
    tx,
    fresh.map(([, line]) => line),
  ))
    orderIds.set(key, id)
  await addLines(tx, orderIds, wanted)
  await tx.execute(sql`
    update ${purchaseOrders} set total_minor = sums.total
    from (select purchase_order_id, sum(packs * price_minor)::int as total from ${purchaseOrderLines}
          where purchase_order_id = any(${sql.param([...orderIds.values()])}) group by 1) sums
    where ${purchaseOrders.id} = sums.purchase_order_id`)
}

/** Proposals that stand for these deliveries, held until the commit. */
async function standingProposals(tx: Tx, wanted: readonly WantedLine[]): Promise<Map<string, string>> {
  const sites = [...new Set(wanted.map(({ siteId }) => siteId))]
  const days = [...new Set(wanted.map(({ deliverOn }) => deliverOn))]
  const { id, siteId, supplierId, deliverOn } = purchaseOrders
  const rows = await tx
    .select({ id, siteId, supplierId, deliverOn })
    .from(purchaseOrders)
    .where(
      and(sql`${siteId} = any(${sql.param(sites)})`, inArray(deliverOn, days), eq(purchaseOrders.status, 'proposed')),
    )
    .orderBy(id)
    .for('update')
  return new Map(rows.map((row) => [deliveryOf(row), row.id]))
}

async function openProposals(app: App, tx: Tx, lines: readonly WantedLine[]): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map()
  const nextNumber = await takeNumbers(tx, lines)
  const orders = lines.map(({ reviewId, operatorId, siteId, today, deliverOn, terms: { supplierId } }) => ({
    id: newId('po'),
    number: nextNumber(operatorId, today),
    operatorId,
    supplierId,
    siteId,
    deliverOn,
    status: 'proposed' as const,
    totalMinor: 0,
    reviewId,
    proposedAt: app.now(),
  }))
  await tx.insert(purchaseOrders).values(orders)
  await noteAll(
    { ...app, db: tx },
    orders.map(({ id, operatorId, reviewId }) => ({
      operatorId,
      actorId: 'worker',
      action: 'procurement.propose',
      subject: id,
      detail: { reviewId },
    })),
  )
  return new Map(orders.map((order) => [deliveryOf(order), order.id]))
}

/** `PO-20261123-001`. The counters' rows are locked until the commit; numbers lost to a rollback are given out again. */
async function takeNumbers(tx: Tx, lines: readonly WantedLine[]) {
  const counts = new Map<string, { operatorId: string; day: ServiceDate; count: number }>()
  for (const { operatorId, today: day } of lines) {
    const key = `${operatorId} ${day}`
    counts.set(key, { operatorId, day, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const next = new Map<string, number>()
  for (const [key, { operatorId, day, count }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [row] = await tx
      .insert(orderNumbers)
      .values({ operatorId, day, last: count })
      .onConflictDoUpdate({
        target: [orderNumbers.operatorId, orderNumbers.day],
        set: { last: sql`${orderNumbers.last} + ${count}` },
      })
      .returning({ last: orderNumbers.last })
    next.set(key, (row?.last ?? count) - count)
  }
  return (operatorId: string, day: ServiceDate): string => {
    const key = `${operatorId} ${day}`
    const number = (next.get(key) ?? 0) + 1
    next.set(key, number)
    return `PO-${day.replaceAll('-', '')}-${String(number).padStart(3, '0')}`
  }
}

/** Lines that stand already are raised by what is missing now, and priced anew. */
async function addLines(tx: Tx, orderIds: ReadonlyMap<string, string>, wanted: readonly WantedLine[]): Promise<void> {
  const orderOf = (line: WantedLine) => orderIds.get(deliveryOf({ ...line, supplierId: line.terms.supplierId })) ?? ''
  const column = <T>(of: (line: WantedLine) => T) => sql.param(wanted.map(of))
  const { rows: written } = await tx.execute<{ id: string; packs: number; order: string; ingredient: string }>(sql`
    insert into ${purchaseOrderLines} (id, purchase_order_id, ingredient_id, packs, pack_size, pack_name, price_minor, reason)
    select * from unnest(${column(() => newId('pol'))}::text[], ${column(orderOf)}::text[],
      ${column((line) => line.ingredientId)}::text[], ${column((line) => line.packs)}::int[],
      ${column((line) => line.terms.packSize)}::int[], ${column((line) => JSON.stringify(line.terms.packName))}::jsonb[],
      ${column((line) => packPrice(line.packs, line.terms))}::int[], ${column((line) => JSON.stringify(line.reason))}::jsonb[])
    on conflict (purchase_order_id, ingredient_id)
      do update set packs = ${purchaseOrderLines}.packs + excluded.packs, reason = excluded.reason
    returning id, packs, purchase_order_id as "order", ingredient_id as "ingredient"`)
  const asked = new Map(wanted.map((line) => [`${orderOf(line)} ${line.ingredientId}`, line]))
  const raised = written.flatMap(({ id, packs, order, ingredient }) => {
    const line = asked.get(`${order} ${ingredient}`)
    return line && line.packs !== packs ? [{ id, price: packPrice(packs, line.terms) }] : []
  })
  if (raised.length === 0) return
  await tx.execute(sql`
    update ${purchaseOrderLines} set price_minor = anew.price
    from unnest(${sql.param(raised.map(({ id }) => id))}::text[], ${sql.param(raised.map(({ price }) => price))}::int[]) as anew (id, price)
    where ${purchaseOrderLines.id} = anew.id`)
}
