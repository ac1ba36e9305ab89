import { and, desc, eq, sql } from 'drizzle-orm'
import { taxIncluded } from '../../kernel/money'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { FapiaoRequested } from '../events'
import { companies } from '../schema/companies'
import { fapiao } from '../schema/invoices'
import { statements } from '../schema/statements'

/** Catering, general taxpayers. */
const TAX_BPS = 600
const ZONE = 'Asia/Shanghai'

export type Fapiao = typeof fapiao.$inferSelect
type Wanted = Omit<typeof fapiao.$inferInsert, 'id' | 'taxMinor' | 'status' | 'requestedAt' | 'date'>

/** Writes a request down and announces it; asked again it is the one there is. */
export async function request(app: App, wanted: Wanted, zone = ZONE): Promise<Fapiao> {
  const id = newId('fap')
  const now = app.now()
  const taxMinor = taxIncluded(wanted.amountMinor, TAX_BPS)
  const [fresh] = await app.db
    .insert(fapiao)
    .values({ ...wanted, id, taxMinor, status: 'requested', requestedAt: now, date: dateIn(zone, now) })
    .onConflictDoNothing()
    .returning()
  if (fresh) {
    await publish(app.db, FapiaoRequested, { fapiaoId: id })
    return fresh
  }
  const { subject, payer, payerId, cause = '' } = wanted
  const [there] = await app.db
    .select()
    .from(fapiao)
    .where(
      and(eq(fapiao.subject, subject), eq(fapiao.payer, payer), eq(fapiao.payerId, payerId), eq(fapiao.cause, cause)),
    )
  if (!there) throw new Refusal('not_found')
  return there
}

/** What a person paid of an order themselves, and what of that went back. */
export interface OwnPart {
  readonly orderId: string
  readonly operatorId: string
  readonly personId: string
  /** Less every refund in `refundIds`. */
  readonly amountMinor: number
  readonly refundIds: readonly string[]
}

export interface Buyer {
  readonly title: string
  readonly taxNumber: string | null
}

/** A person's fapiao for their own part: what a company, a funder or a meal card pays is never on it. @throws Refusal `nothing_to_invoice`. */
export const requestOwnFapiao = (app: App, part: OwnPart, buyer: Buyer): Promise<Fapiao> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { orderId: subject, operatorId, personId: payerId, amountMinor, refundIds } = part
    if (amountMinor <= 0) throw new Refusal('nothing_to_invoice')
    await note(within, { operatorId, actorId: payerId, action: 'funding.request-fapiao', subject })
    const of = { operatorId, kind: 'blue', payer: 'person', payerId, subject } as const
    return request(within, { ...of, ...buyer, amountMinor, netOf: [...refundIds] })
  })

/**
 * A company's fapiao for a statement, over what the company owes and nobody else. A statement that only gives back takes back
 * as much of the fapiao before it. @throws Refusal `not_found`, `nothing_to_invoice`.
 */
export const requestStatementFapiao = (app: App, companyIds: readonly string[], statementId: string, by: string) =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const [row] = await tx
      .select({ statement: statements, zone: companies.zone })
      .from(statements)
      .innerJoin(companies, eq(companies.id, statements.companyId))
      .where(eq(statements.id, statementId))
    if (!row || !companyIds.includes(row.statement.companyId)) throw new Refusal('not_found')
    const { operatorId, legalEntityId: payerId, totalMinor, legalEntity, taxNumber } = row.statement
    if (totalMinor === 0) throw new Refusal('nothing_to_invoice')
    await note(within, { operatorId, actorId: by, action: 'funding.request-fapiao', subject: statementId })
    const buyer = { title: legalEntity.zh, taxNumber, netOf: [] }
    const own = { operatorId, payer: 'company', payerId, ...buyer } as const
    if (totalMinor > 0) {
      return request(within, { ...own, kind: 'blue', subject: statementId, amountMinor: totalMinor }, row.zone)
    }
    const blue = await openBlue(within, 'company', payerId, -totalMinor)
    if (!blue) throw new Refusal('nothing_to_invoice')
    const red = { ...own, kind: 'red', subject: blue.subject, cause: statementId, reverses: blue.id } as const
    return request(within, { ...red, amountMinor: -totalMinor }, row.zone)
  })

/** The newest fapiao of a payer that so much can still be taken back of. */
async function openBlue(app: App, payer: Fapiao['payer'], payerId: string, amountMinor: number) {
  const left = sql<number>`${fapiao.amountMinor} - coalesce((select sum(r.amount_minor) from funding.fapiao r
    where r.reverses = ${fapiao}.id), 0)`
  const [blue] = await app.db
    .select()
    .from(fapiao)
    .where(
      and(
        eq(fapiao.payer, payer),
        eq(fapiao.payerId, payerId),
        eq(fapiao.kind, 'blue'),
        sql`${left} >= ${amountMinor}`,
      ),
    )
    .orderBy(desc(fapiao.requestedAt))
    .limit(1)
    .for('update')
  return blue
}
