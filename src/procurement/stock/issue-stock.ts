import { and, asc, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { issueFefo, type Take } from '../domain/fefo'
import { issues, lots, shortages, stockMoves } from '../schema/stock'

export interface IssueStock {
  /** The batch that used it: issued once, however often it is said. */
  readonly ref: string
  readonly operatorId: string
  readonly siteId: string
  /** Lots that expired before this day are not issued, nor lots kept from use. */
  readonly serviceDate: ServiceDate
  /** Raw, in base units. */
  readonly needs: readonly { readonly ingredientId: string; readonly quantity: number }[]
}

/** Take a batch's ingredients from stock, first expired first; what no lot covers is noted as a shortage. */
export const issueStock = (app: App, { ref, operatorId, siteId, serviceDate, needs }: IssueStock): Promise<void> =>
  app.db.transaction(async (tx) => {
    const at = app.now()
    const fresh = await tx
      .insert(issues)
      .values({ ref, operatorId, siteId, serviceDate, at })
      .onConflictDoNothing()
      .returning({ ref: issues.ref })
    if (fresh.length === 0) return

    const wanted = needs.filter((need) => need.quantity > 0)
    const shelf = await lockLots(tx, siteId, wanted, serviceDate)
    const issued = wanted.map(({ ingredientId, quantity }) => {
      const own = shelf.filter((lot) => lot.ingredientId === ingredientId)
      return { ingredientId, ...issueFefo(quantity, own, serviceDate) }
    })

    const takes = issued.flatMap((issue) => issue.takes)
    await takeFrom(tx, takes)
    if (takes.length > 0)
      await tx.insert(stockMoves).values(
        takes.map(({ lotId, quantity }) => ({
          operatorId,
          lotId,
          delta: -quantity,
          reason: 'issue' as const,
          ref,
          at,
        })),
      )
    const short = issued.filter((issue) => issue.short > 0)
    if (short.length > 0)
      await tx
        .insert(shortages)
        .values(
          short.map((each) => ({ ref, operatorId, siteId, ingredientId: each.ingredientId, quantity: each.short, at })),
        )
  })

/** Locked in one order for everybody, so that batches that share ingredients wait for each other instead of deadlocking. */
const lockLots = (
  tx: Tx,
  siteId: string,
  needs: IssueStock['needs'],
  serviceDate: ServiceDate,
): Promise<{ id: string; ingredientId: string; expiresOn: string; quantity: number }[]> =>
  tx
    .select({ id: lots.id, ingredientId: lots.ingredientId, expiresOn: lots.expiresOn, quantity: lots.quantity })
    .from(lots)
    .where(
      and(
        eq(lots.siteId, siteId),
        inArray(
          lots.ingredientId,
          needs.map((need) => need.ingredientId),
        ),
        gt(lots.quantity, 0),
        gte(lots.expiresOn, serviceDate),
        isNull(lots.blockedAt),
      ),
    )
    .orderBy(asc(lots.ingredientId), asc(lots.expiresOn), asc(lots.id))
    .for('update')

async function takeFrom(tx: Tx, takes: readonly Take[]): Promise<void> {
  if (takes.length === 0) return
  const rows = takes.map(({ lotId, quantity }) => sql`(${lotId}::text, ${quantity}::int)`)
  await tx.execute(sql`
    update ${lots} set quantity = ${lots}.quantity - taken.quantity
    from (values ${sql.join(rows, sql`, `)}) as taken (id, quantity) where ${lots}.id = taken.id`)
}
