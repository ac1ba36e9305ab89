const SQRT_TWO_PI = Math.sqrt(2 * Math.PI)

/** Density of the standard normal distribution. */
export const density = (z: number): number => Math.exp((-z * z) / 2) / SQRT_TWO_PI

/**
 * Distribution function of the standard normal distribution, to about 15 digits: a series near 0 and a continued
 * fraction in the tails (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14).
 */
export function distribution(z: number): number {
  if (z < -38) return 0
  if (z > 38) return 1
  if (Math.abs(z) < 3) {
    let term = z
    let sum = z
    for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
      term *= (z * z) / k
      sum += term
    }
    return 0.5 + sum * density(z)
  }
  const x = Math.abs(z)
  let fraction = 0
  for (let k = 200; k > 0; k -= 1) fraction = k / (x + fraction)
  const tail = density(x) / (x + fraction)
  return z < 0 ? tail : 1 - tail
}

/** The z below which a share of the standard normal distribution lies, by bisection. */
export function standardQuantile(share: number): number {
  if (!(share > 0 && share < 1)) return share > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  let [low, high] = [-40, 40]
  for (let i = 0; i < 200 && high - low > 1e-15; i += 1) {
    const middle = (low + high) / 2
    if (distribution(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Standard loss: what a standard normal demand exceeds z by, on average: φ(z) − z(1 − Φ(z)). */
export const loss = (z: number): number => density(z) - z * distribution(-z)
