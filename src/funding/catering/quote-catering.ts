import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { type CateringOffer, forHeads, proposeMix } from '../domain/catering'
import { cateringRequests, type CateringLine } from '../schema/catering'
import type { Catering } from './ask-catering'

/** The day a kitchen would cook it on. */
export interface CateringDay {
  readonly id: string
  readonly siteId: string
  readonly cutoffAt: Date
}

/** What a kitchen could cook for a request. @throws Refusal `catering_not_possible` where somebody would have nothing. */
export function proposeCatering({ heads, perHeadMinor, diets }: Catering, offers: readonly CateringOffer[]) {
  const { lines, unfed } = proposeMix({ heads, perHeadMinor, diets, offers })
  if (Object.keys(unfed).length > 0) throw new Refusal('catering_not_possible', { heads })
  return lines
}

export interface QuoteCatering {
  readonly request: Catering
  readonly day: CateringDay
  readonly lines: readonly CateringLine[]
  /** Lines and delivery. */
  readonly totalMinor: number
  readonly validUntil: Date
  readonly by: string
}

/**
 * Confirms what is cooked for a request and what it costs, until an instant before the cut-off; a newer quote replaces it.
 * @throws Refusal `catering_not_open`, `cutoff_passed`, `over_head_price`.
 */
export const quoteCatering = (app: App, input: QuoteCatering): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const { request, day, lines, totalMinor, validUntil, by } = input
    const { id, operatorId, heads, perHeadMinor, version } = request
    if (day.cutoffAt <= app.now()) throw new Refusal('cutoff_passed')
    const food = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0)
    if (food > heads * perHeadMinor) throw new Refusal('over_head_price', { perHeadMinor })
    const until = new Date(Math.min(validUntil.getTime(), day.cutoffAt.getTime()))
    const where = { siteId: day.siteId, menuDayId: day.id, cutoffAt: day.cutoffAt }
    const quoted = { lines: [...lines], totalMinor, validUntil: until, quotedBy: by, version: version + 1 }
    const open = and(eq(cateringRequests.id, id), inArray(cateringRequests.status, ['asked', 'quoted']))
    const [done] = await tx
      .update(cateringRequests)
      .set({ status: 'quoted', ...where, ...quoted })
      .where(and(open, eq(cateringRequests.version, version)))
      .returning({ id: cateringRequests.id })
    if (!done) throw new Refusal('catering_not_open')
    const entry = { operatorId, actorId: by, action: 'funding.quote-catering', subject: id }
    await note({ ...app, db: tx }, { ...entry, detail: { totalMinor, version: version + 1 } })
  })

export interface ChangeHeads {
  readonly request: Catering
  readonly heads: number
  /** What lines and delivery come to. */
  readonly priced: (lines: readonly CateringLine[]) => Promise<number>
  readonly by: string
}

/**
 * Another number of heads at the confirmed prices, until the cut-off. What was an order must have been cancelled before in the
 * same transaction and is a quote again.
 * @throws Refusal `catering_not_open` where nothing was quoted, `cutoff_passed`.
 */
export const changeHeads = (app: App, { request, heads, priced, by }: ChangeHeads): Promise<Catering> =>
  inTransaction(app.db, async (tx) => {
    const { id, operatorId, cutoffAt, version, lines: before } = request
    if (!cutoffAt || !['quoted', 'accepted'].includes(request.status)) throw new Refusal('catering_not_open')
    if (cutoffAt <= app.now()) throw new Refusal('cutoff_passed')
    const lines = forHeads(before, request.heads, heads)
    const ordered = request.status === 'accepted'
    const [changed] = await tx
      .update(cateringRequests)
      .set({
        heads,
        lines,
        totalMinor: await priced(lines),
        version: version + 1,
        status: 'quoted',
        orderId: null,
        // its price was accepted: only the number is another
        ...(ordered ? { validUntil: cutoffAt } : {}),
      })
      .where(and(eq(cateringRequests.id, id), eq(cateringRequests.version, version)))
      .returning()
    if (!changed) throw new Refusal('catering_changed')
    const entry = { operatorId, actorId: by, action: 'funding.change-catering-heads', subject: id }
    await note({ ...app, db: tx }, { ...entry, detail: { from: request.heads, to: heads } })
    return changed
  })
