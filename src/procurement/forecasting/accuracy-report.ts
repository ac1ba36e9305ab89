import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { type Accuracy, accuracyOf, overrideScore } from './accuracy'
import { grouped } from './grouped'
import { readCells } from './read-cells'

export interface AccuracyReport {
  readonly total: Accuracy
  readonly periods: (Accuracy & { period: MealPeriod })[]
  readonly methods: { method: string; model: Accuracy['model'] }[]
  readonly overrides: ReturnType<typeof overrideScore>
}

/** How well a site was foreseen between two days, beside the planner and those who decided otherwise. */
export async function accuracyReport(
  app: App,
  { serviceLevel, ...span }: { siteId: string; from: ServiceDate; to: ServiceDate; serviceLevel: number },
): Promise<AccuracyReport> {
  const cells = (await readCells(app, span)).filter(({ portions }) => portions !== null)
  const periods = grouped(cells, ({ period }) => period)
  const methods = grouped(
    cells.filter(({ quantiles }) => quantiles !== null),
    ({ method }) => method ?? '',
  )
  return {
    total: accuracyOf(cells, serviceLevel),
    periods: [...periods].map(([period, own]) => ({ period, ...accuracyOf(own, serviceLevel) })),
    methods: [...methods].map(([method, own]) => ({ method, model: accuracyOf(own, serviceLevel).model })),
    overrides: overrideScore(cells),
  }
}
