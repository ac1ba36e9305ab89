import { type Piece, piecesOf, roundUp } from '../engine/lot-sizing/offer'
import { type PackPlan, type PackSource, planPacks } from '../engine/requirements/plan-packs'
import { projectStock, type Supply } from '../engine/requirements/project-stock'
import { safetyStock, serviceLevel } from '../engine/requirements/safety-stock'
import { isOrderable, type PackTerms } from './pack-terms'
import type { IngredientNeed } from './site-needs'

/** What one supplier asks for the ingredient, and when it can come. */
export interface Source extends PackTerms {
  readonly supplierId: string
  /** 1 is asked first; of equals the cheaper one. */
  readonly priority: number
  /** Days from today on which an order given now may come, ascending. */
  readonly deliveries: readonly number[]
  /** So many of them cannot be waited for: the next plan comes too late for all but the last. */
  readonly orderNow: number
  readonly cutoffPassed: boolean
  readonly shelfLifeDays: number
  /** The delivery's own cost, divided among what may come with it. Minor units. */
  readonly feeShare: number
}

/** Goods there or to come; `proposed` for what nobody has approved yet. */
export type Stocked = Supply & { readonly proposed: boolean }

export interface Shelf {
  readonly supplies: readonly Stocked[]
  /** Most that fits, in base units. */
  readonly most: number
  /** × 10,000; null lets costs decide. */
  readonly serviceBps: number | null
}

/** What to order, of whom, and the facts that led to it. */
export interface Decision<S extends Source> {
  readonly source: S
  readonly because: 'only' | 'first' | 'sooner' | 'cheaper'
  readonly plan: PackPlan
  readonly safety: number
  readonly serviceBps: number
  /** What is still to be taken from stock, by day. */
  readonly need: IngredientNeed
  /** What stock and orders do not cover, safety with the first delivery, by day. */
  readonly short: Float64Array
  /** What is left of each supply when it expires or the horizon ends. */
  readonly left: Float64Array
}

export type Planned<S extends Source> =
  | { readonly kind: 'order'; readonly decision: Decision<S>; readonly late: Late | undefined }
  /** Nothing to order now; what is planned for later may still be brought forward. */
  | { readonly kind: 'covered'; readonly late: Late | undefined; readonly decision?: Decision<S> }
  | { readonly kind: 'unplanned'; readonly reason: 'no_supplier' | 'no_delivery_day' | 'bad_terms' | 'infeasible' }

/** Needed before anybody can deliver. */
export interface Late {
  readonly day: number
  readonly quantity: number
}

/** Carrying a day costs this share of the price: capital, cold and space at about a fifth a year. */
const HOLDING_SHARE = 0.0006
/** Throwing away costs this share of the price once more. */
const WASTE_SHARE = 0.1
/** A portion that cannot be served costs about three times what is in it. */
const SHORTAGE_FACTOR = 3
/** Receiving and putting away one line: two minutes of somebody. Minor units. */
const LINE_COST_MINOR = 150

/** Decides for one ingredient of a site: nets, keeps safety, chooses the supplier and sizes the lots. */
export function planIngredient<S extends Source>(need: IngredientNeed, shelf: Shelf, sold: readonly S[]): Planned<S> {
  // chosen as if nothing were proposed, so that a second look at an unchanged world chooses the same and adds nothing
  const certain = shelf.supplies.some(({ proposed }) => proposed)
    ? shelf.supplies.filter(({ proposed }) => !proposed)
    : shelf.supplies
  const runsOutOn = () => projectStock(need.need, certain).short.findIndex((units) => units > 0)
  const orderable = sold.filter(isOrderable)
  const reachable = orderable.filter(({ deliveries }) => deliveries.length > 0).sort(byPriority)
  if (reachable.length === 0) {
    if (runsOutOn() < 0) return { kind: 'covered', late: undefined }
    const reason = sold.length === 0 ? 'no_supplier' : orderable.length === 0 ? 'bad_terms' : 'no_delivery_day'
    return { kind: 'unplanned', reason }
  }
  const inTime = reachable.length === 1 ? reachable[0]! : comingInTime(reachable, runsOutOn())
  const equals = reachable.filter(({ priority }) => priority === inTime.priority)
  const decided = equals.flatMap((source) => decide(need, { ...shelf, supplies: certain }, source) ?? [])
  const [first] = decided
  if (!first) return { kind: 'unplanned', reason: 'infeasible' }
  const cheapest = decided.reduce((least, each) => (each.plan.cost < least.plan.cost - 1e-6 ? each : least))
  const best = certain === shelf.supplies ? cheapest : decide(need, shelf, cheapest.source)
  if (!best) return { kind: 'covered', late: undefined }
  const late = lateOf(best.plan)
  const preferred = best.source.priority === reachable[0]!.priority
  const because = sold.length === 1 ? 'only' : cheapest !== first ? 'cheaper' : preferred ? 'first' : 'sooner'
  const decision = { ...best, because } as const
  const now = best.plan.orders.slice(0, best.source.orderNow).some((quantity) => quantity > 0)
  return { kind: now ? 'order' : 'covered', decision, late }
}

function decide<S extends Source>(
  need: IngredientNeed,
  shelf: Shelf,
  source: S,
): Omit<Decision<S>, 'because'> | undefined {
  const economics = costsOf(source)
  // an order must last from now until the delivery after the next
  const [first = 0, second = need.need.length] = source.deliveries
  let variance = 0
  for (let day = 0; day < second; day += 1) variance += need.variance[day] ?? 0
  const serviceBps = shelf.serviceBps ?? Math.round(serviceLevel(economics, second) * 10_000)
  const safety = variance > 0 ? Math.ceil(safetyStock(variance, serviceBps) - 1e-6) : 0
  const wanted = need.need.slice()
  wanted[Math.min(first, wanted.length - 1)]! += safety
  const { short, left } = projectStock(wanted, shelf.supplies)
  const plan = planPacks(short, { ...packSource(source, economics), storage: shelf.most })
  return plan && { source, need, plan, safety, serviceBps, short, left }
}

/** The first in line that comes before the stock runs out; when none does, whoever comes first. */
function comingInTime<S extends Source>(sources: readonly S[], runsOut: number): S {
  if (runsOut < 0) return sources[0]!
  return sources.find((each) => each.deliveries[0]! <= runsOut) ?? soonest(sources)
}

const byPriority = (a: Source, b: Source): number => a.priority - b.priority || (a.supplierId < b.supplierId ? -1 : 1)

const soonest = <S extends Source>(sources: readonly S[]): S =>
  sources.reduce((best, each) => (each.deliveries[0]! < best.deliveries[0]! ? each : best))

function lateOf({ unmet }: PackPlan): Late | undefined {
  const [first] = unmet
  return first && { day: first.day, quantity: Math.ceil(unmet.reduce((sum, { quantity }) => sum + quantity, 0) - 1e-6) }
}

/** What a unit of the source costs to buy, carry, throw away and lack. */
function costsOf({ priceMinor, packSize, shelfLifeDays }: Source) {
  const price = priceMinor / packSize
  return {
    price,
    holding: price * HOLDING_SHARE,
    waste: price * WASTE_SHARE,
    shortageFactor: SHORTAGE_FACTOR,
    shelfLife: Math.max(1, shelfLifeDays),
  }
}

/** The source's packs and prices in base units. */
function offerPieces({ packSize, minimumPacks, multiplePacks, priceMinor, priceBreaks }: PackTerms): Piece[] {
  const step = packSize * multiplePacks
  const least = minimumPacks * packSize
  if (priceBreaks.length === 0)
    return [
      {
        from: Math.max(step, roundUp(least, step)),
        to: Number.POSITIVE_INFINITY,
        fixed: 0,
        price: priceMinor / packSize,
      },
    ]
  const tiers = [
    { from: 0, price: priceMinor / packSize },
    ...priceBreaks.map((step) => ({ from: step.packs * packSize, price: step.priceMinor / packSize })),
  ]
  return piecesOf({ step, least, tiers, breaks: 'all_units' })
}

const packSource = (
  source: Source,
  { holding, waste, shelfLife }: ReturnType<typeof costsOf>,
): Omit<PackSource, 'storage'> => ({
  deliveries: source.deliveries,
  step: source.packSize * source.multiplePacks,
  pieces: offerPieces(source),
  orderCost: LINE_COST_MINOR + source.feeShare,
  shelfLife,
  holding,
  waste,
})

/** The day until which the order of a delivery lasts: the plan's next one, else the delivery after the last need. */
export function lastsUntil({ plan, short, source: { deliveries } }: Decision<Source>, delivery: number): number {
  const next = plan.orders.findIndex((quantity, k) => k > delivery && quantity > 0)
  if (next >= 0) return deliveries[next]!
  const last = short.findLastIndex((units) => units > 0)
  return deliveries.find((day) => day > last) ?? short.length
}
