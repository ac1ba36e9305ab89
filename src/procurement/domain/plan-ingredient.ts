import { type Offer, type Piece, piecesOf, roundUp } from '../engine/lot-sizing/offer'
import { type PackPlan, planPacks } from '../engine/requirements/plan-packs'
import { firstShort, projectStock, type Supply } from '../engine/requirements/project-stock'
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
  /** What it would order by itself, where it comes with others. */
  readonly alone?: readonly number[]
  readonly safety: number
  readonly serviceBps: number
  /** What is still to be taken from stock, by day. */
  readonly need: IngredientNeed
  /** What stock and orders do not cover, safety with the first delivery, by day. */
  readonly short: readonly number[]
  /** What is left of each supply when it expires or the horizon ends. */
  readonly left: readonly number[]
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
export const LINE_COST_MINOR = 150

/** Decides for one ingredient of a site: nets, keeps safety, chooses the supplier and sizes the lots. */
export function planIngredient<S extends Source>(need: IngredientNeed, shelf: Shelf, sold: readonly S[]): Planned<S> {
  // chosen as if nothing were proposed, so that a second look at an unchanged world chooses the same and adds nothing
  const certain = certainOf(shelf.supplies)
  const reachable = reachableOf(sold)
  const [preferred] = reachable
  if (!preferred) {
    if (firstShort(need.need, certain) < 0) return { kind: 'covered', late: undefined }
    return { kind: 'unplanned', reason: whyNobody(sold) }
  }
  const { priority } = reachable.length === 1 ? preferred : comingInTime(reachable, firstShort(need.need, certain))
  const offers: Offered<S>[] = []
  for (const source of reachable) {
    const offered = source.priority === priority && decide(need, shelf, certain, source)
    if (offered) offers.push(offered)
  }
  const [first] = offers
  if (!first) return { kind: 'unplanned', reason: 'infeasible' }
  const cheapest = cheapestOf(offers)
  const best = certain === shelf.supplies ? cheapest : decide(need, shelf, shelf.supplies, cheapest.source)
  if (!best) return { kind: 'covered', late: undefined }
  const late = lateOf(best.plan)
  const because =
    sold.length === 1 ? 'only' : cheapest !== first ? 'cheaper' : priority === preferred.priority ? 'first' : 'sooner'
  const { source, plan, safety, serviceBps, short, left } = best
  const decision: Decision<S> = { source, because, plan, safety, serviceBps, need, short, left }
  return { kind: isDueNow(plan, source.orderNow) ? 'order' : 'covered', decision, late }
}

type Offered<S extends Source> = Omit<Decision<S>, 'because' | 'need'>

const certainOf = (supplies: readonly Stocked[]): readonly Stocked[] =>
  supplies.some(({ proposed }) => proposed) ? supplies.filter(({ proposed }) => !proposed) : supplies

/** Those that can be ordered from and can come, in the order they are asked. */
function reachableOf<S extends Source>(sold: readonly S[]): readonly S[] {
  const found = sold.filter((source) => source.deliveries.length > 0 && isOrderable(source))
  return found.length > 1 ? found.sort(byPriority) : found
}

function whyNobody(sold: readonly Source[]): 'no_supplier' | 'no_delivery_day' | 'bad_terms' {
  if (sold.length === 0) return 'no_supplier'
  return sold.some(isOrderable) ? 'no_delivery_day' : 'bad_terms'
}

/** Of what costs the same, the one asked first. */
function cheapestOf<S extends Source>(offers: readonly Offered<S>[]): Offered<S> {
  let cheapest = offers[0]!
  for (const each of offers) if (each.plan.cost < cheapest.plan.cost - 1e-6) cheapest = each
  return cheapest
}

function isDueNow({ orders }: PackPlan, orderNow: number): boolean {
  for (let k = 0; k < orderNow && k < orders.length; k += 1) if (orders[k]! > 0) return true
  return false
}

function decide<S extends Source>(
  { need, variance }: IngredientNeed,
  shelf: Shelf,
  supplies: readonly Stocked[],
  source: S,
): Offered<S> | undefined {
  const { deliveries, packSize } = source
  const economics = costsOf(source)
  // an order must last from now until the delivery after the next
  const second = deliveries.length > 1 ? deliveries[1]! : need.length
  let swing = 0
  for (let day = 0; day < second && day < need.length; day += 1) swing += variance[day]!
  const serviceBps = shelf.serviceBps ?? Math.round(serviceLevel(economics, second) * 10_000)
  const safety = swing > 0 ? Math.ceil(safetyStock(swing, serviceBps) - 1e-6) : 0
  const { short, left } = projectStock(withSafety(need, deliveries[0]!, safety), supplies)
  const plan = planPacks(short, {
    deliveries,
    step: packSize * source.multiplePacks,
    pieces: offerPieces(source),
    orderCost: LINE_COST_MINOR + source.feeShare,
    shelfLife: economics.shelfLife,
    holding: economics.holding,
    waste: economics.waste,
    storage: shelf.most,
  })
  return plan && { source, plan, safety, serviceBps, short, left }
}

/** The need, and the safety stock with the first delivery. */
function withSafety(need: ArrayLike<number>, delivery: number, safety: number): number[] {
  const wanted: number[] = []
  const last = need.length - 1
  const at = delivery < last ? delivery : last
  for (let day = 0; day <= last; day += 1) wanted.push(need[day]! + (day === at ? safety : 0))
  return wanted
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
export function costsOf({ priceMinor, packSize, shelfLifeDays }: Source) {
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
export const offerOf = ({ packSize, minimumPacks, multiplePacks, priceMinor, priceBreaks }: PackTerms): Offer => ({
  step: packSize * multiplePacks,
  least: minimumPacks * packSize,
  tiers: [
    { from: 0, price: priceMinor / packSize },
    ...priceBreaks.map((step) => ({ from: step.packs * packSize, price: step.priceMinor / packSize })),
  ],
  breaks: 'all_units',
})

/** Most goods have one price, which needs no list of tiers. */
function offerPieces(source: PackTerms): Piece[] {
  const { packSize, minimumPacks, multiplePacks, priceMinor, priceBreaks } = source
  if (priceBreaks.length > 0) return piecesOf(offerOf(source))
  const step = packSize * multiplePacks
  const from = Math.max(step, roundUp(minimumPacks * packSize, step))
  return [{ from, to: Number.POSITIVE_INFINITY, fixed: 0, price: priceMinor / packSize }]
}

/** The day until which the order of a delivery lasts: the plan's next one, else the delivery after the last need. */
export function lastsUntil({ plan, short, source: { deliveries } }: Decision<Source>, delivery: number): number {
  const next = plan.orders.findIndex((quantity, k) => k > delivery && quantity > 0)
  if (next >= 0) return deliveries[next]!
  const last = short.findLastIndex((units) => units > 0)
  return deliveries.find((day) => day > last) ?? short.length
}
