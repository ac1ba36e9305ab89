import { asc, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { tell } from '../../platform/realtime'
import { needsRecount, varianceOf } from '../domain/count'
import { rulesOf } from '../purchasing/read-rules'
import { countLines, counts } from '../schema/counting'
import { lots, stockMoves } from '../schema/stock'
import { lockLots } from '../stock/take-from-lot'
import { told } from '../told'
import { type Count, lockCount } from './lock-count'

type Line = typeof countLines.$inferSelect & { readonly counted: number; readonly expected: number }

/**
 * The first time, lines too far from the books are asked for again, without saying how far; then everything is posted:
 * each variance as a move of its lot. @throws Refusal `count_not_open`, `count_incomplete`
 */
export const submitCount = (
  app: App,
  { countId, submittedBy }: { countId: string; submittedBy: string },
): Promise<{ status: 'recount' | 'posted' }> =>
  app.db.transaction(async (tx) => {
    const count = await lockCount(tx, countId)
    const lines = await countedLines(tx, countId)
    const { countToleranceBps } = await rulesOf(tx, count.operatorId)
    const far = count.status === 'counting' ? lines.filter((line) => needsRecount(line, countToleranceBps)) : []
    const status = far.length > 0 ? ('recount' as const) : ('posted' as const)
    if (status === 'recount') await askAgain(tx, countId, far)
    else await post(app, tx, count, lines)
    await note(
      { ...app, db: tx },
      {
        operatorId: count.operatorId,
        actorId: submittedBy,
        action: status === 'posted' ? 'procurement.post-count' : 'procurement.recount',
        subject: countId,
        detail: { lines: lines.length, again: far.length },
      },
    )
    await tell(tx, told('count', count))
    return { status }
  })

async function countedLines(tx: Tx, countId: string): Promise<Line[]> {
  const lines = await tx.select().from(countLines).where(eq(countLines.countId, countId)).orderBy(asc(countLines.lotId))
  const counted = lines.flatMap((line) =>
    line.counted === null || line.expected === null ? [] : { ...line, counted: line.counted, expected: line.expected },
  )
  if (counted.length < lines.length) throw new Refusal('count_incomplete', { missing: lines.length - counted.length })
  return counted
}

async function askAgain(tx: Tx, countId: string, far: readonly Line[]): Promise<void> {
  await tx
    .update(countLines)
    .set({ again: true, counted: null, expected: null })
    .where(
      inArray(
        countLines.id,
        far.map(({ id }) => id),
      ),
    )
  await tx.update(counts).set({ status: 'recount' }).where(eq(counts.id, countId))
}

async function post(app: App, tx: Tx, { id, operatorId }: Count, lines: readonly Line[]): Promise<void> {
  const at = app.now()
  const held = await lockLots(
    tx,
    lines.map(({ lotId }) => lotId),
  )
  for (const line of lines) {
    const delta = varianceOf(line, held.get(line.lotId)?.quantity ?? 0)
    await tx.update(countLines).set({ variance: delta }).where(eq(countLines.id, line.id))
    if (delta === 0) continue
    await tx
      .update(lots)
      .set({ quantity: sql`${lots.quantity} + ${delta}` })
      .where(eq(lots.id, line.lotId))
    await tx.insert(stockMoves).values({ operatorId, lotId: line.lotId, delta, reason: 'count', ref: line.id, at })
  }
  await tx.update(counts).set({ status: 'posted', postedAt: at }).where(eq(counts.id, id))
}
