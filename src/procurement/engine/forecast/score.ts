/** Sum of |actual − forecast| ÷ sum of actuals; cells whose actual is NaN are left out. */
export function wape(actual: Float64Array, forecast: Float64Array): number {
  let [errors, sum] = [0, 0]
  for (let i = 0; i < actual.length; i++) {
    if (Number.isNaN(actual[i]) || Number.isNaN(forecast[i])) continue
    errors += Math.abs((actual[i] as number) - (forecast[i] as number))
    sum += actual[i] as number
  }
  return errors / sum
}

/** 2 × pinball loss ÷ sum of actuals (Koenker & Bassett 1978): at .5 it equals the WAPE. */
export function pinball(actual: Float64Array, forecast: Float64Array, level: number): number {
  let [losses, sum] = [0, 0]
  for (let i = 0; i < actual.length; i++) {
    const error = (actual[i] as number) - (forecast[i] as number)
    if (Number.isNaN(error)) continue
    losses += error >= 0 ? level * error : (level - 1) * error
    sum += actual[i] as number
  }
  return (2 * losses) / sum
}

/** Share of actuals at or below the forecast. */
export function coverage(actual: Float64Array, forecast: Float64Array): number {
  let [covered, count] = [0, 0]
  for (let i = 0; i < actual.length; i++) {
    const error = (actual[i] as number) - (forecast[i] as number)
    if (Number.isNaN(error)) continue
    if (error <= 0) covered++
    count++
  }
  return covered / count
}

/** Sum of forecasts ÷ sum of actuals − 1: above 0 is too much. */
export function bias(actual: Float64Array, forecast: Float64Array): number {
  let [forecasts, sum] = [0, 0]
  for (let i = 0; i < actual.length; i++) {
    if (Number.isNaN((actual[i] as number) - (forecast[i] as number))) continue
    forecasts += forecast[i] as number
    sum += actual[i] as number
  }
  return forecasts / sum - 1
}

/** What is left over and what is missing, summed over the cells, when exactly the forecast is made. */
export function leftAndMissing(actual: Float64Array, made: Float64Array): { left: number; missing: number } {
  let [left, missing] = [0, 0]
  for (let i = 0; i < actual.length; i++) {
    const error = (made[i] as number) - (actual[i] as number)
    if (error > 0) left += error
    else if (error < 0) missing -= error
  }
  return { left, missing }
}
