import { grouped } from '../../kernel/grouped'
import type { CaseItem, CaseOrder, CaseSupplier, SupplyCase } from '../engine/lot-sizing/supply-case'
import { packPrice } from './pack-terms'
import { costsOf, LINE_COST_MINOR, offerOf, planIngredient } from './plan-ingredient'
import { type Decided, dueLines, type SiteQuestion, type SiteSource } from './plan-site'
import { stillNeeded } from './site-needs'

/** Goods that should come together: a case for the solver, where it may start, and the decisions its orders make. */
export interface Coupled<S extends SiteSource> {
  readonly supplyCase: SupplyCase
  readonly start: readonly CaseOrder[]
  readonly own: readonly Decided<S>[]
  /** One delivery of one supplier for each supplier of the case. */
  readonly chances: readonly Chance<S>[]
}

interface Chance<S extends SiteSource> {
  readonly source: S
  readonly delivery: number
}

/**
 * The deliveries of a site that single items cannot decide: those due now whose goods do not reach the supplier's
 * minimum, or that are paid for by themselves. One case for each supplier, with all that was to be bought of it and
 * whoever else sells that at the same priority; what others bring anyway is taken as it stands.
 */
export function coupledDeliveries<S extends SiteSource>(
  decided: readonly Decided<S>[],
  question: SiteQuestion<S>,
): Coupled<S>[] {
  const suppliers = grouped(decided, ({ decision }) => decision.source.supplierId)
  return [...suppliers.values()].flatMap((own) => {
    const { source } = own[0]!.decision
    const short = source.deliveries.slice(0, source.orderNow).some((day, delivery) => {
      const value = valueOf(own, delivery)
      const standing = question.standing(source, day)
      return value > 0 && (value + standing < source.minimumMinor || (standing === 0 && source.deliveryFeeMinor > 0))
    })
    return short ? [coupled(own, suppliers, question)] : []
  })
}

function coupled<S extends SiteSource>(
  own: readonly Decided<S>[],
  suppliers: ReadonlyMap<string, readonly Decided<S>[]>,
  question: SiteQuestion<S>,
): Coupled<S> {
  const sellers = own.map(({ ingredientId, decision: { source } }) =>
    (question.sold(ingredientId) ?? []).filter(({ priority }) => priority === source.priority),
  )
  const named = new Map(sellers.flat().map((source) => [source.supplierId, source]))
  const chances = [...named.values()].flatMap((source) =>
    source.deliveries.map((_, delivery) => ({ source, delivery })),
  )
  const first = own[0]!.decision.source.supplierId
  const caseSuppliers = chances.map(({ source, delivery }): CaseSupplier => {
    const day = source.deliveries[delivery]!
    const others = source.supplierId === first ? 0 : valueOf(suppliers.get(source.supplierId) ?? [], delivery)
    const comes = question.standing(source, day) + others
    return {
      id: `${source.supplierId} ${day}`,
      orderCost: comes > 0 ? 0 : source.deliveryFeeMinor,
      arrivalDays: [day],
      // later deliveries are filled when their time comes
      minOrderValue: delivery < source.orderNow ? Math.max(0, source.minimumMinor - comes) : 0,
    }
  })
  const items = own.map((each, i) => itemOf(each, sellers[i]!, chances, question.shelf(each.ingredientId).most))
  const supplyCase = {
    days: items[0]!.demand.length,
    budget: Number.POSITIVE_INFINITY,
    suppliers: caseSuppliers,
    items,
  }
  return { supplyCase, own, chances, start: startOf(own, chances, question) }
}

function itemOf<S extends SiteSource>(
  { ingredientId, decision: { source, plan, short } }: Decided<S>,
  sellers: readonly S[],
  chances: readonly Chance<S>[],
  storage: number,
): CaseItem {
  const { holding, waste, shelfLife } = costsOf(source)
  const demand = [...short]
  for (const { day, quantity } of plan.unmet) demand[day]! -= quantity
  const offers = new Map(sellers.map((each) => [each.supplierId, { ...offerOf(each), lineCost: LINE_COST_MINOR }]))
  return {
    name: ingredientId,
    demand,
    lots: [],
    shelfLife,
    holding,
    waste,
    storage,
    offers: chances.map((chance) => offers.get(chance.source.supplierId)),
  }
}

/** What the items would order by themselves, filled up delivery by delivery. */
function startOf<S extends SiteSource>(
  own: readonly Decided<S>[],
  chances: readonly Chance<S>[],
  { standing }: SiteQuestion<S>,
): CaseOrder[] {
  const filled = new Map(
    dueLines(own, standing).map((line) => [
      `${line.ingredientId} ${line.delivery}`,
      line.packs * line.decision.source.packSize,
    ]),
  )
  return own.flatMap(({ ingredientId, decision: { source, plan } }, item) =>
    plan.orders.flatMap((planned, delivery) => {
      const supplier = chances.findIndex(
        (chance) => chance.source.supplierId === source.supplierId && chance.delivery === delivery,
      )
      const quantity = filled.get(`${ingredientId} ${delivery}`) ?? planned
      return quantity > 0 ? [{ item, supplier, day: source.deliveries[delivery]!, quantity }] : []
    }),
  )
}

/**
 * The decisions a solver's orders make; undefined when a second look at the world they make would ask for more, so that
 * a plan never chases itself.
 */
export function decisionsOf<S extends SiteSource>(
  { own, chances }: Coupled<S>,
  orders: readonly CaseOrder[],
  question: SiteQuestion<S>,
): readonly Decided<S>[] | undefined {
  const made = own.flatMap(({ ingredientId, decision }, item): Decided<S>[] => {
    const bySeller = grouped(
      orders.filter((order) => order.item === item),
      ({ supplier }) => chances[supplier]!.source.supplierId,
    )
    return [...bySeller].map(([, bought]) => {
      const [first] = bought
      const supplierId = chances[first!.supplier]!.source.supplierId
      const source = (question.sold(ingredientId) ?? []).find((each) => each.supplierId === supplierId)!
      const planned: number[] = source.deliveries.map(() => 0)
      for (const { supplier, quantity } of bought) planned[chances[supplier]!.delivery] = quantity
      const same = source.supplierId === decision.source.supplierId
      const alone = same ? decision.plan.orders : planned
      const because = same ? decision.because : 'cheaper'
      return {
        ingredientId,
        decision: { ...decision, source, because, plan: { ...decision.plan, orders: planned }, alone },
      }
    })
  })
  return own.every(({ ingredientId }) => restsAfter(ingredientId, made, question)) ? made : undefined
}

function restsAfter<S extends SiteSource>(
  ingredientId: string,
  made: readonly Decided<S>[],
  question: SiteQuestion<S>,
): boolean {
  const need = question.needs.find((each) => each.ingredientId === ingredientId)
  const shelf = question.shelf(ingredientId)
  if (!need) return true
  const proposed = made.flatMap(({ ingredientId: id, decision: { source, plan } }) =>
    id === ingredientId
      ? plan.orders.slice(0, source.orderNow).flatMap((quantity, delivery) => {
          const from = source.deliveries[delivery]!
          const lastDay = from + Math.max(1, source.shelfLifeDays) - 1
          return quantity > 0 ? [{ quantity, from, lastDay, proposed: true }] : []
        })
      : [],
  )
  const supplies = [...shelf.supplies, ...proposed]
  const again = planIngredient(
    stillNeeded(need, shelf.issued),
    { ...shelf, supplies },
    question.sold(ingredientId) ?? [],
  )
  return again.kind !== 'order'
}

const valueOf = (own: readonly Decided<SiteSource>[], delivery: number): number =>
  own.reduce((sum, { decision: { plan, source } }) => {
    const packs = (plan.orders[delivery] ?? 0) / source.packSize
    return sum + packs * packPrice(packs, source)
  }, 0)
