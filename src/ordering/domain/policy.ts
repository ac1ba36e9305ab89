/** How long portions are kept for an order that is not paid yet. */
export const HOLD_MS = 10 * 60_000

/** Nobody's payment is cut off while the terminal is still thinking: holds live this long past the cut-off at most. */
export const PAYMENT_GRACE_MS = 120_000

/** A request that arrived in time may be worked on this long after the cut-off. */
export const INGRESS_GRACE_MS = 30_000

/** Delivery by the caterer is part of the catering service. */
export const DELIVERY_TAX_BPS = 600

/** When the hold of an order placed now ends, given the earliest cut-off of its groups. */
export const holdExpiry = (now: Date, firstCutoff: Date): Date =>
  new Date(Math.min(now.getTime() + HOLD_MS, firstCutoff.getTime() + PAYMENT_GRACE_MS))
