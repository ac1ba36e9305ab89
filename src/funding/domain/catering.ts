import { allocate } from '../../kernel/money'

export const DIETS = ['vegetarian', 'vegan', 'halal', 'soft', 'light'] as const
/** What some of the heads eat, as counts: nobody's name goes with it. */
export type Diet = (typeof DIETS)[number]

/** A dish of the day's menu, as catering may take it. */
export interface CateringOffer {
  readonly offerId: string
  readonly priceMinor: number
  readonly category: string
  readonly tags: readonly string[]
  /** Portions nobody has taken. */
  readonly left: number
}

export interface Mix {
  readonly lines: readonly { readonly offerId: string; readonly quantity: number }[]
  /** Heads for whom nothing was left, by diet; `other` for the rest. */
  readonly unfed: Readonly<Partial<Record<Diet | 'other', number>>>
}

/** What goes beside a dish and is nobody's whole meal. */
const SIDES: ReadonlySet<string> = new Set(['soup', 'greens', 'cold', 'sweet', 'staple'])
/** So many different dishes for everybody without a diet. */
const VARIETY = 3
const MOST_SIDES = 2

/**
 * Proposes what so many heads eat within a price a head: those with a diet get the best dish that fits it, the others up to
 * three dishes in like numbers, and everybody sides as far as money and portions last. Same question, same answer.
 */
export function proposeMix({
  heads,
  perHeadMinor,
  diets,
  offers,
}: {
  readonly heads: number
  readonly perHeadMinor: number
  readonly diets: Readonly<Partial<Record<Diet, number>>>
  readonly offers: readonly CateringOffer[]
}): Mix {
  const left = new Map(offers.map((offer) => [offer.offerId, offer.left]))
  const taken = new Map<string, number>()
  const unfed: Partial<Record<Diet | 'other', number>> = {}
  const take = (offerId: string, wanted: number): number => {
    const got = Math.min(wanted, left.get(offerId) ?? 0)
    if (got <= 0) return 0
    left.set(offerId, (left.get(offerId) ?? 0) - got)
    taken.set(offerId, (taken.get(offerId) ?? 0) + got)
    return got
  }
  const mains = offers
    .filter(({ category, priceMinor }) => !SIDES.has(category) && priceMinor <= perHeadMinor)
    .toSorted((a, b) => b.priceMinor - a.priceMinor || a.offerId.localeCompare(b.offerId))
  const feed = (who: Diet | 'other', count: number, dishes: readonly CateringOffer[]) => {
    let open = count
    const first = dishes.slice(0, VARIETY)
    const parts =
      first.length > 0
        ? allocate(
            count,
            first.map(() => 1),
          )
        : []
    first.forEach(({ offerId }, i) => (open -= take(offerId, parts[i] ?? 0)))
    for (const { offerId } of dishes) open -= take(offerId, open)
    if (open > 0) unfed[who] = open
  }
  const special = DIETS.reduce((sum, diet) => sum + (diets[diet] ?? 0), 0)
  for (const diet of DIETS) {
    const count = diets[diet] ?? 0
    // one dish is enough: a diet's few should not be told apart by what they eat
    if (count > 0) feed(diet, count, best(mains.filter(fits(diet)), left, count))
  }
  feed('other', Math.max(0, heads - special), mains)
  addSides({ offers, heads, budgetMinor: heads * perHeadMinor, diets, taken, left, take })
  return { lines: [...taken].map(([offerId, quantity]) => ({ offerId, quantity })), unfed }
}

/** The first dish that is enough for all, if there is one; else all of them. */
function best(dishes: readonly CateringOffer[], left: ReadonlyMap<string, number>, count: number) {
  const enough = dishes.find(({ offerId }) => (left.get(offerId) ?? 0) >= count)
  return enough ? [enough] : dishes
}

const fits =
  (diet: Diet) =>
  ({ tags }: CateringOffer): boolean =>
    tags.includes(diet) || (diet === 'vegetarian' && tags.includes('vegan'))

function addSides(wish: {
  readonly offers: readonly CateringOffer[]
  readonly heads: number
  readonly budgetMinor: number
  readonly diets: Readonly<Partial<Record<Diet, number>>>
  readonly taken: ReadonlyMap<string, number>
  readonly left: ReadonlyMap<string, number>
  readonly take: (offerId: string, wanted: number) => number
}): void {
  const { offers, heads, diets, taken, left, take } = wish
  const priceOf = new Map(offers.map(({ offerId, priceMinor }) => [offerId, priceMinor]))
  let open = wish.budgetMinor
  for (const [offerId, quantity] of taken) open -= (priceOf.get(offerId) ?? 0) * quantity
  const asked = DIETS.filter((diet) => (diets[diet] ?? 0) > 0)
  const sides = offers
    .filter((offer) => SIDES.has(offer.category) && asked.every((diet) => fits(diet)(offer)))
    .toSorted((a, b) => a.priceMinor - b.priceMinor || a.offerId.localeCompare(b.offerId))
  let chosen = 0
  for (const { offerId, priceMinor } of sides) {
    if (chosen === MOST_SIDES || priceMinor * heads > open) break
    if ((left.get(offerId) ?? 0) < heads) continue
    take(offerId, heads)
    open -= priceMinor * heads
    chosen += 1
  }
}

/** The same mix for another number of heads, by largest remainder; what would be none is left out. */
export function forHeads<Line extends { readonly quantity: number }>(
  lines: readonly Line[],
  from: number,
  to: number,
): Line[] {
  const portions = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const wanted = allocate(
    Math.round((portions * to) / from),
    lines.map(({ quantity }) => quantity),
  )
  return lines.map((line, i) => ({ ...line, quantity: wanted[i] ?? 0 })).filter(({ quantity }) => quantity > 0)
}
