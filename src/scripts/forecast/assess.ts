import { evaluate, evaluatePoints, type Evaluation, type Truth } from '../../procurement/engine/forecast/evaluation'
import { historyOf } from '../../procurement/engine/forecast/history'
import { type Matched, matchShortage } from '../../procurement/engine/forecast/matched-shortage'
import { CANDIDATES, METHODS, nameOf } from '../../procurement/engine/forecast/methods'
import { scalesOf } from '../../procurement/engine/forecast/scaled-errors'
import { walk, type Walked } from '../../procurement/engine/forecast/walk'
import type { Inputs } from './read-inputs'

export interface Assessment {
  readonly cells: number
  readonly origins: number
  readonly methods: Readonly<Record<string, Evaluation>>
  readonly chosen: Evaluation
  /** Share of cells forecast with each candidate. */
  readonly shares: Readonly<Record<string, number>>
  readonly planned: ReturnType<typeof evaluatePoints> | null
  readonly matched: Matched | null
  readonly dayAhead: { readonly chosen: Evaluation; readonly matched: Matched | null }
  readonly trainings: number
}

/** Forecasts what was asked for, once in blocks and once each day from the evening before, and scores it. */
export function assess(
  inputs: Inputs,
  { horizon, step, seed }: { horizon: number; step: number; seed: number },
): Assessment {
  const { panel, from, until } = inputs
  const walked = walk(panel, { from, until, horizon, step, seed })
  const evening = walk(panel, { from, until, horizon: 1, step: 1, seed, trained: walked.trained })
  const closed = Uint8Array.from(historyOf(panel).dayEffect, (effect) => (effect < 0.3 ? 1 : 0))
  const scales = scalesOf(panel, from, closed)
  const truthOf = ({ cell }: Walked): Truth => ({
    series: Int32Array.from(cell, (own) => panel.series[own] as number),
    actual: Float64Array.from(cell, (own) => panel.value[own] as number),
    scales,
  })
  const truth = truthOf(walked)
  const plannedOf = ({ cell }: Walked) => Float64Array.from(cell, (own) => inputs.planned[own] as number)
  const planned = plannedOf(walked)
  const wasPlanned = planned.some((own) => !Number.isNaN(own))
  const match = (each: Walked) => matchShortage(truthOf(each).actual, each.chosen, plannedOf(each)) ?? null
  const spoke = METHODS.filter((name) => walked.methods[name].some((value) => !Number.isNaN(value)))
  return {
    cells: walked.cell.length,
    origins: new Set(walked.origin).size,
    methods: Object.fromEntries(spoke.map((name) => [name, evaluate(truth, walked.methods[name])])),
    chosen: evaluate(truth, walked.chosen),
    shares: Object.fromEntries(
      CANDIDATES.map((each, i) => [
        nameOf(each),
        walked.choice.filter((own) => own === i).length / walked.choice.length,
      ]),
    ),
    planned: wasPlanned ? evaluatePoints(truth, planned) : null,
    matched: match(walked),
    dayAhead: { chosen: evaluate(truthOf(evening), evening.chosen), matched: match(evening) },
    trainings: walked.trained.length,
  }
}
