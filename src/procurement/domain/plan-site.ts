import { type DeliveryLine, fillMinimum } from './fill-minimum'
import { type Decision, planIngredient, type Planned, type Shelf, type Source } from './plan-ingredient'
import { type IngredientNeed, stillNeeded } from './site-needs'

/** What a supplier asks of a whole delivery. */
export interface SiteSource extends Source {
  readonly minimumMinor: number
}

export interface SiteShelf extends Shelf {
  readonly issued: ReadonlyMap<number, number>
  /** A person has changed what is proposed of it: the plan keeps out. */
  readonly touched: boolean
}

export interface SiteQuestion<S extends SiteSource> {
  readonly needs: readonly IngredientNeed[]
  readonly shelf: (ingredientId: string) => SiteShelf
  /** Who sells it; undefined for what nobody knows. */
  readonly sold: (ingredientId: string) => readonly S[] | undefined
  /** What the standing proposal of a delivery comes to already, in minor units. */
  readonly standing: (source: S, day: number) => number
}

export interface NotPlanned {
  readonly ingredientId: string
  readonly reason: 'no_supplier' | 'no_delivery_day' | 'no_conversion' | 'bad_terms' | 'infeasible' | 'too_late'
  /** What lacks first: days from today, and base units; where that is known. */
  readonly day?: number
  readonly quantity?: number
}

export interface SitePlan<S extends SiteSource> {
  readonly lines: readonly DeliveryLine<S>[]
  readonly notPlanned: readonly NotPlanned[]
}

/** Plans every ingredient of a site by itself, then fills deliveries up to their minimum order value. */
export function planSite<S extends SiteSource>(question: SiteQuestion<S>): SitePlan<S> {
  const decisions: { ingredientId: string; decision: Decision<S> }[] = []
  const notPlanned: NotPlanned[] = []
  for (const need of question.needs) {
    const { ingredientId } = need
    const sold = question.sold(ingredientId)
    const shelf = question.shelf(ingredientId)
    if (shelf.touched) continue
    if (!sold) {
      notPlanned.push({ ingredientId, reason: 'no_conversion' })
      continue
    }
    const planned = planIngredient(stillNeeded(need, shelf.issued), shelf, sold)
    if ('decision' in planned && planned.decision) decisions.push({ ingredientId, decision: planned.decision })
    notPlanned.push(...lackOf(ingredientId, planned))
  }
  return { lines: deliveries(decisions, question), notPlanned }
}

function lackOf(ingredientId: string, planned: Planned<Source>): NotPlanned[] {
  if (planned.kind === 'unplanned') return [{ ingredientId, reason: planned.reason }]
  return planned.late ? [{ ingredientId, reason: 'too_late', ...planned.late }] : []
}

function deliveries<S extends SiteSource>(
  decisions: readonly { ingredientId: string; decision: Decision<S> }[],
  { standing }: SiteQuestion<S>,
): DeliveryLine<S>[] {
  const suppliers = new Map<string, typeof decisions>()
  for (const each of decisions) {
    const { supplierId } = each.decision.source
    suppliers.set(supplierId, [...(suppliers.get(supplierId) ?? []), each])
  }
  return [...suppliers].flatMap(([, own]) => {
    const source = own[0]!.decision.source
    return Array.from({ length: source.orderNow }, (_, delivery) => {
      const lines = own.flatMap(({ ingredientId, decision }) => {
        const quantity = decision.plan.orders[delivery] ?? 0
        if (quantity <= 0) return []
        return [
          { ingredientId, decision, delivery, packs: Math.round(quantity / decision.source.packSize), topUpPacks: 0 },
        ]
      })
      if (lines.length === 0) return []
      const minimum = source.minimumMinor - standing(source, source.deliveries[delivery]!)
      return fillMinimum(lines, own, delivery, minimum)
    }).flat()
  })
}
