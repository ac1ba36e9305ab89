import { and, asc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { KitchenChanged } from '../events'
import { crews } from '../schema/planning'
import { stations } from '../schema/stations'

export interface SetUpStation {
  readonly operatorId: string
  readonly siteId: string
  readonly code: string
  /** Batches it works on at once. */
  readonly places: number
  /** Minutes before a ticket is due at which its clock turns yellow, and red; yellow first. */
  readonly soonMinutes: number
  readonly lateMinutes: number
  readonly actorId: string
}

/**
 * How much a station does at once and when its tickets' clocks warn. What is planned follows.
 * @throws Refusal `not_found`, `invalid` (red before yellow)
 */
export const setUpStation = (app: App, input: SetUpStation): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { operatorId, siteId, code, places, soonMinutes, lateMinutes, actorId } = input
    if (lateMinutes > soonMinutes) throw new Refusal('invalid', { field: 'lateMinutes' })
    const how = { places, soonMinutes, lateMinutes }
    const here = and(eq(stations.siteId, siteId), eq(stations.code, code))
    const [station] = await tx.update(stations).set(how).where(here).returning()
    if (!station) throw new Refusal('not_found')
    const subject = station.id
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.set-up-station', subject, detail: how })
    await publish(tx, KitchenChanged, { operatorId, siteId })
  })

export interface SetCooks {
  readonly operatorId: string
  readonly siteId: string
  /** Null: as many as the work asks for. */
  readonly cooks: number | null
  readonly actorId: string
}

/** How many cooks stand in a kitchen at once. What is planned follows. */
export const setCooks = (app: App, { operatorId, siteId, cooks, actorId }: SetCooks): Promise<void> =>
  app.db.transaction(async (tx) => {
    if (cooks === null) await tx.delete(crews).where(eq(crews.siteId, siteId))
    else {
      const set = { cooks }
      await tx.insert(crews).values({ siteId, operatorId, cooks }).onConflictDoUpdate({ target: crews.siteId, set })
    }
    const detail = { cooks }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.set-cooks', subject: siteId, detail })
    await publish(tx, KitchenChanged, { operatorId, siteId })
  })

/** A kitchen's stations in their order, and its cooks. */
export async function setUpOf(app: App, siteId: string) {
  const atSite = await app.db
    .select({
      code: stations.code,
      name: stations.name,
      places: stations.places,
      soonMinutes: stations.soonMinutes,
      lateMinutes: stations.lateMinutes,
    })
    .from(stations)
    .where(eq(stations.siteId, siteId))
    .orderBy(asc(stations.position))
  const [crew] = await app.db.select().from(crews).where(eq(crews.siteId, siteId))
  return { stations: atSite, cooks: crew?.cooks ?? null }
}
