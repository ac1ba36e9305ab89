import { and, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { type Load, loadOf } from '../domain/stops'
import { drops } from '../schema/drops'

/** What is still to be handed over at some stops; answers what any of them take of a vehicle together. */
export async function loadOfStops({ db }: App, stopIds: readonly string[]): Promise<(ids: readonly string[]) => Load> {
  const rows = await db
    .select({ stopId: drops.stopId, boxes: drops.boxes, chilled: drops.chilled, ambient: drops.ambient })
    .from(drops)
    .where(and(inArray(drops.stopId, [...stopIds]), inArray(drops.status, ['waiting', 'held'])))
  return (ids) => loadOf(rows.filter(({ stopId }) => ids.includes(stopId)))
}
