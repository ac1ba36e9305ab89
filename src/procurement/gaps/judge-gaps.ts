import { and, eq, gt, gte, inArray, isNull } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import { dateIn, type MealPeriod, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { publishAll } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { type Coming, coverOf } from '../domain/cover'
import { OPEN, stillToCome } from '../domain/purchase-order'
import { SupplyGapJudged } from '../events'
import { type GapHit, gaps } from '../schema/gaps'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { lots } from '../schema/stock'
import { ingredients } from '../schema/supply'
import { told } from '../told'

/** One dish of a menu day to come and what it takes, as the door asked for it. */
export interface NeedyDish {
  readonly menuDayId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  readonly dish: Text
  readonly cutoffAt: Date
  /** Ordered so far, and expected by the end. */
  readonly firm: number
  readonly portions: number
  /** Raw, base units, for 1,000 portions. */
  readonly needs: readonly { readonly ingredientId: string; readonly perThousand: number }[]
}

export interface JudgeGaps {
  readonly siteId: string
  readonly zone: string
  readonly menu: readonly NeedyDish[]
}

type Gap = typeof gaps.$inferSelect
/** A proposal nobody has approved when the first menu hit is so close to its cut-off is no cover any more. */
const LAST_CALL_MS = 2 * 3_600_000

/**
 * Says of every gap of a site what it means now: covered, re-sourced by a proposal in time, or escalated with the menus
 * it hits. Announced when the word differs from the last one. Answers how many words changed.
 */
export const judgeGaps = (app: App, { siteId, zone, menu }: JudgeGaps): Promise<{ judged: number }> =>
  app.db.transaction(async (tx) => {
    const held = await tx
      .select()
      .from(gaps)
      .where(and(eq(gaps.siteId, siteId), inArray(gaps.state, ['open', 'resourced', 'escalated'])))
      .orderBy(gaps.id)
      .for('update')
    if (held.length === 0) return { judged: 0 }
    const items = [...new Set(held.map(({ ingredientId }) => ingredientId))]
    const names = new Map(
      (await tx.select().from(ingredients).where(inArray(ingredients.id, items))).map((item) => [item.id, item]),
    )
    const today = dateIn(zone, app.now())
    const shelf = await readShelf(tx, siteId, items, today)

    const words = []
    for (const gap of held) {
      const item = names.get(gap.ingredientId)
      if (!item) continue
      const next = wordOn(app.now(), gap, menu, shelf(gap.ingredientId), today)
      if (isSame(gap, next)) continue
      await tx.update(gaps).set(next).where(eq(gaps.id, gap.id))
      const { id: gapId, operatorId, ingredientId, quantity } = gap
      const { state, runsOutOn, hits } = next
      const word = { gapId, operatorId, siteId, ingredientId, ingredient: item.name, quantity, state, runsOutOn }
      words.push({ ...word, unit: item.unit, hits: [...hits], judgedAt: app.now().toISOString() })
    }
    await publishAll(tx, SupplyGapJudged, words)
    await tell(
      tx,
      words.flatMap(({ gapId: id, operatorId }) => told('gap', { operatorId, id, siteId })),
    )
    return { judged: words.length }
  })

function wordOn(now: Date, gap: Gap, menu: readonly NeedyDish[], { left, coming }: Shelf, today: ServiceDate) {
  const users = menu
    .flatMap((dish) => {
      const perThousand = dish.needs.find(({ ingredientId }) => ingredientId === gap.ingredientId)?.perThousand ?? 0
      return perThousand > 0 && dish.serviceDate >= today ? { dish, need: (dish.portions * perThousand) / 1_000 } : []
    })
    .sort((a, b) => (a.dish.serviceDate < b.dish.serviceDate ? -1 : a.dish.serviceDate > b.dish.serviceDate ? 1 : 0))
  const byDay = new Map<ServiceDate, number>()
  for (const { dish, need } of users) byDay.set(dish.serviceDate, (byDay.get(dish.serviceDate) ?? 0) + need)
  const needs = [...byDay].map(([date, need]) => ({ date, need: Math.ceil(need - 1e-6) }))
  const cover = coverOf(left, needs, coming, needs.at(-1)?.date ?? today)

  const { runsOutOn } = cover
  // what is short on a day hits every dish of that day that takes it
  const hits = runsOutOn === null ? [] : users.filter(({ dish }) => dish.serviceDate === runsOutOn).map(hitOf)
  const first = hits.map(({ cutoffAt }) => cutoffAt).sort()[0]
  const decideBy = first === undefined ? null : new Date(first)
  const tooLate = decideBy !== null && decideBy.getTime() - now.getTime() < LAST_CALL_MS
  const state = cover.state === 'resourced' && tooLate ? ('escalated' as const) : cover.state
  return { state, runsOutOn, coveredBy: cover.coveredBy, decideBy, hits }
}

const hitOf = ({ dish }: { dish: NeedyDish }): GapHit => ({
  menuDayId: dish.menuDayId,
  serviceDate: dish.serviceDate,
  period: dish.period,
  dishId: dish.dishId,
  dish: dish.dish,
  portions: dish.firm,
  cutoffAt: dish.cutoffAt.toISOString(),
})

/** Portions move with every order: a new word is one that changes what somebody would do. */
function isSame(gap: Gap, next: ReturnType<typeof wordOn>): boolean {
  const dishes = (hits: readonly GapHit[]) => hits.map(({ menuDayId, dishId }) => `${menuDayId} ${dishId}`).join()
  return (
    gap.state === next.state &&
    gap.runsOutOn === next.runsOutOn &&
    gap.coveredBy === next.coveredBy &&
    dishes(gap.hits) === dishes(next.hits)
  )
}

interface Shelf {
  readonly left: readonly { readonly id: string; readonly expiresOn: ServiceDate; readonly quantity: number }[]
  readonly coming: readonly Coming[]
}

async function readShelf(tx: Tx, siteId: string, items: readonly string[], today: ServiceDate) {
  const left = await tx
    .select({ id: lots.id, ingredientId: lots.ingredientId, expiresOn: lots.expiresOn, quantity: lots.quantity })
    .from(lots)
    .where(
      and(
        eq(lots.siteId, siteId),
        inArray(lots.ingredientId, [...items]),
        gt(lots.quantity, 0),
        gte(lots.expiresOn, today),
        isNull(lots.blockedAt),
      ),
    )
  const lines = await tx
    .select({ line: purchaseOrderLines, order: purchaseOrders })
    .from(purchaseOrderLines)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, purchaseOrderLines.purchaseOrderId))
    .where(
      and(
        eq(purchaseOrders.siteId, siteId),
        inArray(purchaseOrders.status, [...OPEN]),
        inArray(purchaseOrderLines.ingredientId, [...items]),
      ),
    )
  return (ingredientId: string): Shelf => ({
    left: left.filter((lot) => lot.ingredientId === ingredientId),
    coming: lines
      .filter(({ line }) => line.ingredientId === ingredientId)
      .map(({ line, order }) => ({
        date: order.deliverOn,
        quantity: stillToCome(line),
        proposalId: order.status === 'proposed' ? order.id : null,
      })),
  })
}
