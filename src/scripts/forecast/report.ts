import type { Assessment } from './assess'

export interface Cost {
  readonly cpuS: number
  readonly peakMb: number
}

const rounded = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 1e5) / 1e5 : null)

/** The figures a machine compares; shares, not percent. Null where nothing could be compared. */
export function summaryOf({ methods, chosen, planned, matched, dayAhead }: Assessment, { cpuS, peakMb }: Cost) {
  const short = ({ wape, mase, rmsse, pl50, pl90, pl95, coverage90 }: Assessment['chosen']) => ({
    wape: rounded(wape),
    mase: rounded(mase),
    rmsse: rounded(rmsse),
    pl50: rounded(pl50),
    pl90: rounded(pl90),
    pl95: rounded(pl95),
    coverage90: rounded(coverage90),
  })
  const { rmsse: _, ...best } = short(chosen)
  return {
    chosen: best,
    planned: { wape: planned === null ? null : rounded(planned.wape) },
    methods: Object.fromEntries(Object.entries(methods).map(([name, each]) => [name, short(each)])),
    overproductionVsPlanned: dayAhead.matched
      ? rounded(dayAhead.matched.overproduction)
      : matched
        ? rounded(matched.overproduction)
        : null,
    cpuS: Math.round(cpuS * 100) / 100,
    peakMb: Math.round(peakMb),
  }
}

const share = (value: number | undefined): string =>
  (value === undefined || !Number.isFinite(value) ? '-' : value.toFixed(4)).padStart(8)

/** The table a person reads. */
export function tableOf({ cells, origins, methods, chosen, shares, planned, matched, dayAhead }: Assessment): string {
  const line = (name: string, each: Partial<Assessment['chosen']>) =>
    `${name.padEnd(12)}${[each.wape, each.bias, each.mase, each.rmsse, each.pl50, each.pl90, each.pl95, each.coverage90].map(share).join('')}`
  const percent = (value: number) => `${value < 0 ? '' : '+'}${(value * 100).toFixed(1)} %`
  const over = (name: string, own: Assessment['matched']) =>
    own
      ? [
          `${name}: cooked at the ${own.level.toFixed(3)} quantile as much is missing as by the plan, and left over is ${percent(own.overproduction)}`,
        ]
      : []
  return [
    `${cells} cells, ${origins} origins`,
    `${'method'.padEnd(12)}${['wape', 'bias', 'mase', 'rmsse', 'pl.5', 'pl.9', 'pl.95', 'cover90'].map((name) => name.padStart(8)).join('')}`,
    ...(planned ? [line('planned', planned)] : []),
    ...Object.entries(methods).map(([name, each]) => line(name, each)),
    line('chosen', chosen),
    line('day-ahead', dayAhead.chosen),
    `chosen: ${Object.entries(shares)
      .filter(([, part]) => part > 0)
      .map(([name, part]) => `${name} ${(part * 100).toFixed(0)} %`)
      .join(', ')}`,
    ...over('these horizons', matched),
    ...over('day-ahead', dayAhead.matched),
  ].join('\n')
}
