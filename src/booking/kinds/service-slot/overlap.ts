/** SQLSTATE of an exclusion constraint that was violated. */
const OVERLAP = '23P01'

/** Whether a write failed because a resource is busy at that time. */
export function isOverlap(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && cause.code === OVERLAP) return true
  return false
}
