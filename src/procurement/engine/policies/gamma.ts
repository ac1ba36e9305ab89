/** ln Γ(x) for x > 0 (Lanczos 1964, with g = 7 and nine terms). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const t = x + 6.5
  const sum = LANCZOS.reduce((total, c, i) => (i === 0 ? c : total + c / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Distribution function of a gamma distribution (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31). */
export function gammaDistribution(x: number, shape: number, scale: number): number {
  const y = x / scale
  if (y <= 0) return 0
  const front = Math.exp(shape * Math.log(y) - y - logGamma(shape))
  if (y < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let k = 1; term > sum * 1e-17; k += 1) {
      term *= y / (shape + k)
      sum += term
    }
    return front * sum
  }
  let fraction = 0
  for (let k = 500; k > 0; k -= 1) fraction = (k * (k - shape)) / (y - shape + 2 * k + 1 - fraction)
  return 1 - front / (y - shape + 1 - fraction)
}

/** Probabilities of 0, 1, 2 … of a Poisson demand, until what is left is below 1e-16. */
export function poisson(mean: number): number[] {
  const chances: number[] = []
  for (let k = 0; k <= mean || (chances.at(-1) ?? 1) > 1e-18; k += 1)
    chances.push(Math.exp(k * Math.log(mean || Number.MIN_VALUE) - mean - logGamma(k + 1)))
  return chances
}
