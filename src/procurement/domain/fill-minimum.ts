import type { Decision, Source } from './plan-ingredient'
import { packPrice } from './pack-terms'

/** One ingredient of a delivery that is to be ordered, and what of it is brought forward from later. */
export interface DeliveryLine<S extends Source> {
  readonly ingredientId: string
  readonly decision: Decision<S>
  /** Place of the delivery among the source's. */
  readonly delivery: number
  readonly packs: number
  readonly topUpPacks: number
}

/** What could come with the delivery although it is planned for a later one. */
interface Later<S extends Source> {
  readonly ingredientId: string
  readonly decision: Decision<S>
  readonly packs: number
  /** Cost of carrying it so long, a minor unit of its value. */
  readonly carrying: number
}

/**
 * Brings later orders of a supplier forward into a delivery until its goods cost the minimum, those first that keep and
 * cost least to carry. What the delivery holds is returned as it stands when there is not enough to bring forward.
 */
export function fillMinimum<S extends Source>(
  lines: readonly DeliveryLine<S>[],
  decisions: readonly { readonly ingredientId: string; readonly decision: Decision<S> }[],
  delivery: number,
  minimumMinor: number,
): readonly DeliveryLine<S>[] {
  if (valueOf(lines) >= minimumMinor) return lines
  const laters = decisions
    .flatMap((each) => laterOf(each, delivery))
    .sort((a, b) => a.carrying - b.carrying || (a.ingredientId < b.ingredientId ? -1 : 1))
  let filled = lines
  for (const later of laters) {
    filled = withMore(filled, later, delivery, minimumMinor)
    if (valueOf(filled) >= minimumMinor) return filled
  }
  return lines
}

function laterOf<S extends Source>(
  { ingredientId, decision }: { ingredientId: string; decision: Decision<S> },
  delivery: number,
): Later<S>[] {
  const { source, plan, short } = decision
  const day = source.deliveries[delivery]
  const next = plan.orders.findIndex((quantity, k) => k > delivery && quantity > 0)
  if (day === undefined || next < 0) return []
  const after = plan.orders.findIndex((quantity, k) => k > next && quantity > 0)
  const end = after < 0 ? short.length : source.deliveries[after]!
  const keepsUntil = day + Math.max(1, source.shelfLifeDays)
  const lastUse = short.findLastIndex((units, at) => at < end && units > 0)
  if (lastUse >= keepsUntil) return []
  const packs = Math.round(plan.orders[next]! / source.packSize)
  return [{ ingredientId, decision, packs, carrying: source.deliveries[next]! - day }]
}

/** As many packs as are missing, in the multiple they are sold by, and no more than are planned for later. */
function withMore<S extends Source>(
  lines: readonly DeliveryLine<S>[],
  { ingredientId, decision, packs }: Later<S>,
  delivery: number,
  minimumMinor: number,
): readonly DeliveryLine<S>[] {
  const { source } = decision
  const standing = lines.find((line) => line.ingredientId === ingredientId)
  const missing = minimumMinor - valueOf(lines)
  const wanted = Math.max(standing ? 1 : source.minimumPacks, Math.ceil(missing / Math.max(1, source.priceMinor)))
  const more = Math.min(packs, Math.ceil(wanted / source.multiplePacks) * source.multiplePacks)
  if (!standing) return [...lines, { ingredientId, decision, delivery, packs: more, topUpPacks: more }]
  return lines.map((line) =>
    line === standing ? { ...line, packs: line.packs + more, topUpPacks: line.topUpPacks + more } : line,
  )
}

const valueOf = (lines: readonly DeliveryLine<Source>[]): number =>
  lines.reduce((sum, { packs, decision }) => sum + packs * packPrice(packs, decision.source), 0)
