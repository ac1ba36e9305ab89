import type { Panel } from './panel'

/** What the seasonal naive method misses in the past of each series: its mean absolute and root mean squared error. */
export interface Scales {
  readonly absolute: Float64Array
  readonly squared: Float64Array
}

/** The errors of "as on the same weekday last time" before a slot, days that did not take place left out. */
export function scalesOf({ start, slot, season, value }: Panel, before: number, closed: Uint8Array): Scales {
  const series = start.length - 1
  const [absolute, squared] = [new Float64Array(series), new Float64Array(series)]
  for (let s = 0; s < series; s++) {
    const lastOf = new Float64Array(7).fill(Number.NaN)
    let count = 0
    for (let cell = start[s] as number; cell < (start[s + 1] as number); cell++) {
      const own = slot[cell] as number
      if (own >= before) break
      if (closed[own] === 1 || Number.isNaN(value[cell])) continue
      const error = (value[cell] as number) - (lastOf[season[own] as number] as number)
      lastOf[season[own] as number] = value[cell] as number
      if (Number.isNaN(error)) continue
      absolute[s] = (absolute[s] as number) + Math.abs(error)
      squared[s] = (squared[s] as number) + error * error
      count++
    }
    absolute[s] = (absolute[s] as number) / count
    squared[s] = Math.sqrt((squared[s] as number) / count)
  }
  return { absolute, squared }
}

/**
 * Errors against those of the seasonal naive method in the past, averaged over the series: MASE (Hyndman & Koehler 2006) and
 * RMSSE (M5, Makridakis et al. 2022). A series without past, or whose past never changed, is left out.
 */
export function scaledErrors(
  series: Int32Array,
  actual: Float64Array,
  forecast: Float64Array,
  { absolute, squared }: Scales,
): { mase: number; rmsse: number } {
  const [sum, squares] = [new Float64Array(absolute.length), new Float64Array(absolute.length)]
  const count = new Int32Array(absolute.length)
  series.forEach((s, row) => {
    const error = (actual[row] as number) - (forecast[row] as number)
    if (Number.isNaN(error)) return
    sum[s] = (sum[s] as number) + Math.abs(error)
    squares[s] = (squares[s] as number) + error * error
    count[s] = (count[s] as number) + 1
  })
  let [mase, rmsse, scored] = [0, 0, 0]
  count.forEach((n, s) => {
    if (n === 0 || !((absolute[s] as number) > 0)) return
    mase += (sum[s] as number) / n / (absolute[s] as number)
    rmsse += Math.sqrt((squares[s] as number) / n) / (squared[s] as number)
    scored++
  })
  return { mase: mase / scored, rmsse: rmsse / scored }
}
