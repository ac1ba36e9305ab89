import { monotonicFactory } from 'ulid'

const next = monotonicFactory()

/** `prefix_` and a ULID: sortable by time, unguessable enough to log, never a secret by itself. */
export const newId = (prefix: string): string => `${prefix}_${next()}`
