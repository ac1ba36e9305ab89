import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Owner } from '../queries'
import { corrections, readings } from '../schema/safety'

export interface CorrectReading {
  readonly readingId: string
  /** What was done about it. */
  readonly action: string
  readonly actorId: string
}

/**
 * Writes down, once and for good, what was done about a temperature that was not as it should be.
 * @throws Refusal `not_found`, `nothing_to_do` (it was as it should be), `correction_written`
 */
export const correctReading = (app: App, { readingId, action, actorId }: CorrectReading): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [reading] = await tx.select().from(readings).where(eq(readings.id, readingId))
    if (!reading) throw new Refusal('not_found')
    if (reading.verdict === 'within') throw new Refusal('nothing_to_do')
    const { operatorId, siteId } = reading
    const row = { readingId, operatorId, siteId, action, at: app.now(), actorId }
    const written = await tx.insert(corrections).values(row).onConflictDoNothing().returning()
    if (written.length === 0) throw new Refusal('correction_written')
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.correct-reading', subject: readingId })
  })

/** Whose a reading is; undefined when there is none. */
export async function ownerOfReading(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: readings.operatorId, siteId: readings.siteId }
  const [found] = await app.db.select(owner).from(readings).where(eq(readings.id, id))
  return found
}
