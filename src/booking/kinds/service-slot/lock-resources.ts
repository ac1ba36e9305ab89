import { inArray } from 'drizzle-orm'
import type { Tx } from '../../../platform/database'
import { resources } from '../../schema/resources'

/**
 * Locks resources in the order of their ids until the transaction ends: two who want the same take turns, where the
 * exclusion constraint alone would let both write and end one of them by a deadlock.
 */
export const lockResources = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx
    .select({ id: resources.id })
    .from(resources)
    .where(inArray(resources.id, [...ids]))
    .orderBy(resources.id)
    .for('update')
