import { sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import { dateIn } from '../kernel/time'
import type { App } from '../platform/app'
import { rethrowRefused } from '../platform/refused'
import type { Funds } from './money'

/**
 * Takes an expired order again whose payment came late: portions and every payer's part, or nothing at all. Whether it
 * waits for its payment again; not where a portion, a payer's money or the slot is gone, or the order is no expired one.
 */
export async function retakeExpired(app: App, orderId: string, funds: Pick<Funds, 'retake'>): Promise<boolean> {
  try {
    await app.db.transaction(async (tx) => {
      const at = app.now().toISOString()
      const { rows } = await tx
        .execute<{ zone: string }>(sql`select ordering.retake(${orderId}, ${at}::timestamptz) as zone`)
        .catch(rethrowRefused)
      await funds.retake({ ...app, db: tx }, orderId, dateIn(rows[0]?.zone ?? 'UTC', app.now()))
    })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
