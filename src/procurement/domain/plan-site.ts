import { grouped } from '../../kernel/grouped'
import { type DeliveryLine, fillMinimum } from './fill-minimum'
import { type Decision, planIngredient, type Planned, type Shelf, type Source } from './plan-ingredient'
import { type IngredientNeed, stillNeeded } from './site-needs'

/** What a supplier asks of a whole delivery. */
export interface SiteSource extends Source {
  readonly minimumMinor: number
  /** Paid once a delivery, whatever it brings. */
  readonly deliveryFeeMinor: number
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

/** What is decided of one ingredient; it may be nothing for now. */
export interface Decided<S extends SiteSource> {
  readonly ingredientId: string
  readonly decision: Decision<S>
}

export interface SiteDecisions<S extends SiteSource> {
  readonly decided: readonly Decided<S>[]
  readonly notPlanned: readonly NotPlanned[]
}

/** Plans every ingredient of a site by itself. */
export function decideSite<S extends SiteSource>(question: SiteQuestion<S>): SiteDecisions<S> {
  const decided: Decided<S>[] = []
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
    if ('decision' in planned && planned.decision) decided.push({ ingredientId, decision: planned.decision })
    notPlanned.push(...lackOf(ingredientId, planned))
  }
  return { decided, notPlanned }
}

function lackOf(ingredientId: string, planned: Planned<Source>): NotPlanned[] {
  if (planned.kind === 'unplanned') return [{ ingredientId, reason: planned.reason }]
  return planned.late ? [{ ingredientId, reason: 'too_late', ...planned.late }] : []
}

/** The lines of the deliveries that cannot wait for the next plan, each filled up to its minimum order value. */
export function dueLines<S extends SiteSource>(
  decided: readonly Decided<S>[],
  standing: SiteQuestion<S>['standing'],
): DeliveryLine<S>[] {
  const suppliers = grouped(decided, ({ decision }) => decision.source.supplierId)
  return [...suppliers].flatMap(([, own]) => {
    const source = own[0]!.decision.source
    return Array.from({ length: source.orderNow }, (_, delivery) => {
      const lines = own.flatMap((each) => lineOf(each, delivery))
      if (lines.length === 0) return []
      const minimum = source.minimumMinor - standing(source, source.deliveries[delivery]!)
      return fillMinimum(lines, own, delivery, minimum)
    }).flat()
  })
}

/** What a decision orders with one of its source's deliveries. */
function lineOf<S extends SiteSource>({ ingredientId, decision }: Decided<S>, delivery: number): DeliveryLine<S>[] {
  const { plan, alone, source } = decision
  const quantity = plan.orders[delivery] ?? 0
  if (quantity <= 0) return []
  const more = Math.max(0, quantity - ((alone ?? plan.orders)[delivery] ?? 0))
  const [packs, topUpPacks] = [quantity, more].map((units) => Math.round(units / source.packSize)) as [number, number]
  return [{ ingredientId, decision, delivery, packs, topUpPacks }]
}
