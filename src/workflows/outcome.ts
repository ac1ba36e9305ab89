import type { Outcome } from '../platform/commerce-contract'

interface Facts<R> {
  /** Whether Medusa has the order. */
  readonly onRecord: (record: R) => boolean
  /** Whether this very call wrote it. */
  readonly isNew: (record: R) => boolean
}

/** Sorts the orders of some records: with something new, with nothing new, not on record. */
export function outcomeOf<R extends { readonly orderId: string }>(
  records: readonly R[],
  { onRecord, isNew }: Facts<R>,
): Outcome {
  const ordersOf = (some: readonly R[]) => [...new Set(some.map(({ orderId }) => orderId))]
  const done = ordersOf(records.filter((record) => onRecord(record) && isNew(record)))
  const known = ordersOf(records.filter((record) => onRecord(record) && !isNew(record)))
  return {
    done,
    known: known.filter((orderId) => !done.includes(orderId)),
    missing: ordersOf(records.filter((record) => !onRecord(record))),
  }
}
