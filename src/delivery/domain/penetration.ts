/** Orders for 100 households in one meal; 0 where nobody lives or nothing was served. */
export const penetration = ({
  orders,
  households,
  meals,
}: {
  readonly orders: number
  readonly households: number
  readonly meals: number
}): number => (households > 0 && meals > 0 ? (orders * 100) / (households * meals) : 0)
