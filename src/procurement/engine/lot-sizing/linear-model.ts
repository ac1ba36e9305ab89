/** A mixed-integer programme in rows, as solvers take it: minimise `cost · x` within the bounds of columns and rows. */
export interface LinearModel {
  readonly cost: number[]
  readonly lower: number[]
  readonly upper: number[]
  readonly integer: boolean[]
  readonly rows: readonly Row[]
  /** Part of the cost that no column decides. */
  readonly constant: number
}

export interface Row {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

export type Term = readonly [column: number, factor: number]

/** Collects columns and rows of a model. */
export function modelBuilder() {
  const cost: number[] = []
  const lower: number[] = []
  const upper: number[] = []
  const integer: boolean[] = []
  const rows: Row[] = []
  let constant = 0
  return {
    /** A new column; answers its place. */
    column(price: number, to: number, whole = false): number {
      cost.push(price)
      lower.push(0)
      upper.push(to)
      integer.push(whole)
      return cost.length - 1
    },
    /** `from ≤ Σ factor × column ≤ to`. */
    row(terms: readonly Term[], from: number, to: number): void {
      rows.push({
        lower: from,
        upper: to,
        columns: terms.map(([column]) => column),
        values: terms.map(([, factor]) => factor),
      })
    },
    always(price: number): void {
      constant += price
    },
    build: (): LinearModel => ({ cost, lower, upper, integer, rows, constant }),
  }
}

export type ModelBuilder = ReturnType<typeof modelBuilder>
