import highsLoader from 'highs'
import type { LinearModel } from '../engine/lot-sizing/linear-model'

export interface Solved {
  readonly status: 'solved' | 'infeasible' | 'stopped'
  /** The best point found; undefined when there is none. */
  readonly columns: readonly number[] | undefined
  readonly cost: number
  /** No point costs less. */
  readonly bound: number
}

/** HiGHS: a primal point that meets all bounds. */
const FEASIBLE = 2

/**
 * Minimises with HiGHS, which blocks its thread until it is done: call it in one of its own. `start` is a point it may
 * begin from, for some of the columns.
 */
export async function solveModel(
  model: LinearModel,
  { seconds, gap }: { readonly seconds: number; readonly gap: number },
  start?: { readonly indices: readonly number[]; readonly values: readonly number[] },
): Promise<Solved> {
  const highs = await highsLoader()
  return highs.withModel(asSparse(model, highs.infinity), (solver) => {
    solver.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: gap, mip_abs_gap: 1e-6 })
    if (start) solver.setSolution(start)
    solver.run()
    const { infeasible, optimal } = highs.constants.modelStatus
    const status = solver.getModelStatus()
    const found = Number(solver.info.get('primal_solution_status')) === FEASIBLE
    const solved: Solved = {
      status: status === infeasible ? 'infeasible' : status === optimal ? 'solved' : 'stopped',
      columns: found ? [...solver.getSolution().colValue] : undefined,
      cost: solver.getObjectiveValue(),
      bound: Number(solver.info.get('mip_dual_bound')),
    }
    return solved
  })
}

/** The model's rows as compressed sparse rows. */
function asSparse({ cost, lower, upper, integer, rows, constant }: LinearModel, infinity: number) {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.columns.length
  })
  const finite = (bound: number) => (Number.isFinite(bound) ? bound : Math.sign(bound) * infinity)
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper.map(finite),
    rowLower: rows.map((row) => finite(row.lower)),
    rowUpper: rows.map((row) => finite(row.upper)),
    integrality: integer.map((whole) => (whole ? 1 : 0)) as (0 | 1)[],
    offset: constant,
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap((row) => [...row.columns]),
      values: rows.flatMap((row) => [...row.values]),
    },
  }
}
