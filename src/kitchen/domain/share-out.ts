/** One order line that waits for a dish. */
export interface WaitingLine {
  readonly lineId: string
  readonly quantity: number
  /** When it was promised. */
  readonly dueAt: Date
  /** When the kitchen learned of it. */
  readonly createdAt: Date
  /** Allergen codes the customer has seen on it. */
  readonly allergens: readonly string[]
}

/** What stands in for the dish: how many portions there are of it, and what is in it. */
export interface Substitute {
  readonly portions: number
  readonly allergens: readonly string[]
}

export type Outcome = 'kept' | 'substituted' | 'refunded'

/**
 * Who gets the last portions: by promised time, then by who came first. A line that does not fit whole goes without and the
 * next that fits has its turn. The rest get the substitute while there is any, unless it has an allergen the dish had not.
 */
export function shareOut<L extends WaitingLine>(
  lines: readonly L[],
  portionsLeft: number,
  substitute?: Substitute,
): (L & { readonly outcome: Outcome })[] {
  let left = portionsLeft
  let spare = substitute?.portions ?? 0
  const suits = (line: L) => substitute?.allergens.every((code) => line.allergens.includes(code)) ?? false
  return lines.toSorted(byPromise).map((line) => {
    if (line.quantity <= left) {
      left -= line.quantity
      return { ...line, outcome: 'kept' as const }
    }
    if (!suits(line) || line.quantity > spare) return { ...line, outcome: 'refunded' as const }
    spare -= line.quantity
    return { ...line, outcome: 'substituted' as const }
  })
}

const byPromise = (a: WaitingLine, b: WaitingLine): number =>
  a.dueAt.getTime() - b.dueAt.getTime() ||
  a.createdAt.getTime() - b.createdAt.getTime() ||
  (a.lineId < b.lineId ? -1 : 1)
