import { and, eq, isNull } from 'drizzle-orm'
import { dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { tell } from '../../platform/realtime'
import type { PlannedDish } from '../domain/expected-portions'
import { lookAhead } from '../domain/fefo'
import { missing, packsFor, safetyStock } from '../domain/replenishment'
import { type DayNeed, type Explosion, requirementsOf, stillNeeded } from '../domain/requirements'
import { chooseSource } from '../domain/sourcing'
import { proposeLines, type WantedLine } from './propose-lines'
import { type Facts, lockTerms, readFacts, readPast, type Terms } from './read-facts'
import { type QuantityReason, reviews, type Unplanned } from '../schema/planning'

export interface PlanReplenishment {
  readonly reviewId: string
  readonly operatorId: string
  readonly siteId: string
  /** The site's wall clock says which day it is. */
  readonly zone: string
  /** The dishes of the days to come, with what is ordered of them. */
  readonly menu: readonly PlannedDish[]
  readonly explosion: Explosion
}

/**
 * Propose what the site will lack: one proposal per supplier and delivery, with the reason of every quantity. What is
 * proposed counts as on order, so that a second look at an unchanged world proposes nothing.
 */
export const planReplenishment = (
  app: App,
  plan: PlanReplenishment,
): Promise<{ lines: number; unplanned: Unplanned[] }> =>
  app.db.transaction(async (tx) => {
    const { reviewId, operatorId, siteId, zone } = plan
    const today = dateIn(zone, app.now())
    const needs = requirementsOf(plan.menu, plan.explosion, await readPast(tx, siteId, today))
    const ingredientIds = [...needs.keys()].sort()
    const terms = await lockTerms(tx, operatorId, ingredientIds)
    const facts = await readFacts(tx, siteId, ingredientIds, today)

    const wanted: WantedLine[] = []
    const unplanned: Unplanned[] = []
    for (const ingredientId of ingredientIds) {
      const own = facts(ingredientId)
      if (own.touched) continue
      const days = stillNeeded(needs.get(ingredientId) ?? [], own.issued).filter(({ date }) => date >= today)
      const sold = terms.filter((each) => each.ingredientId === ingredientId)
      const line = wantedLine(app.now(), today, sold, days, own)
      if (line === 'covered') continue
      if (line) wanted.push({ ...line, ingredientId })
      else unplanned.push({ ingredientId, reason: sold.length === 0 ? 'no_supplier' : 'no_delivery_day' })
    }

    const lines = await proposeLines(app, tx, plan, today, wanted)
    await finish(app, tx, plan, lines, unplanned)
    await tell(tx, [{ topic: `procurement:${operatorId}`, event: 'review', data: { id: reviewId, siteId, lines } }])
    return { lines, unplanned }
  })

/** Order up to the level that lasts until the delivery after the next. Undefined when nobody can deliver. */
function wantedLine(
  now: Date,
  today: ServiceDate,
  sold: readonly Terms[],
  needs: readonly DayNeed[],
  facts: Facts,
): Omit<WantedLine, 'ingredientId'> | 'covered' | undefined {
  const horizon = needs.at(-1)?.date ?? today
  const { runsOutOn } = lookAhead(facts.lots, needs, facts.arrivals, horizon)
  const chosen = chooseSource(sold, now, runsOutOn)
  if (!chosen) return needs.some((day) => day.need > 0) ? undefined : 'covered'
  const { source, window } = chosen

  const days = needs.filter(({ date }) => date < window.nextOn)
  const demand = { need: sum(days.map((day) => day.need)), variance: sum(days.map((day) => day.variance)) }
  const onHand = sum(facts.lots.map((lot) => lot.quantity))
  const onOrder = sum(facts.arrivals.filter(({ date }) => date < window.nextOn).map(({ quantity }) => quantity))
  const { expiring } = lookAhead(facts.lots, days, facts.arrivals, window.nextOn)
  const packs = packsFor(missing(demand, { onHand, expiring, onOrder }), source)
  if (packs === 0) return 'covered'

  const { packSize, minimumPacks, multiplePacks } = source
  const reason: QuantityReason = {
    onHand,
    expiring,
    onOrder,
    transfers: 0,
    need: demand.need,
    firm: sum(days.map((day) => day.firm)),
    safety: safetyStock(demand),
    serviceBps: 9_500,
    from: today,
    until: window.nextOn,
    days: daysBetween(today, window.nextOn),
    byDay: days.map(({ date, need, firm }) => ({ date, need, firm })),
    leadDays: daysBetween(today, window.deliverOn),
    shelfLifeDays: source.shelfLifeDays,
    packSize,
    minimumPacks,
    multiplePacks,
    supplier: sold.length === 1 ? 'only' : chosen.because,
    priceBreak: source.priceBreaks.findLast((step) => packs >= step.packs) ?? null,
    topUpPacks: 0,
    cutoffPassed: window.cutoffPassed,
  }
  return { terms: source, deliverOn: window.deliverOn, packs, reason }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const daysBetween = (from: ServiceDate, until: ServiceDate): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

async function finish(app: App, tx: Tx, plan: PlanReplenishment, proposedLines: number, unplanned: Unplanned[]) {
  const { reviewId: id, operatorId, siteId } = plan
  const at = app.now()
  await tx
    .insert(reviews)
    .values({ id, operatorId, siteId, requestedBy: 'worker', requestedAt: at })
    .onConflictDoNothing()
  await tx
    .update(reviews)
    .set({ finishedAt: at, proposedLines, unplanned })
    .where(and(eq(reviews.id, id), isNull(reviews.finishedAt)))
}
