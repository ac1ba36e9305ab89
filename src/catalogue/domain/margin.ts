/** What is left of a price, its tax taken out, when the food is paid for: a share × 10,000, below 0 when it costs more. */
export function marginBps(price: { readonly priceMinor: number; readonly taxBps: number }, costMinor: number): number {
  const net = (price.priceMinor * 10_000) / (10_000 + price.taxBps)
  return net > 0 ? Math.round((10_000 * (net - costMinor)) / net) : 0
}
