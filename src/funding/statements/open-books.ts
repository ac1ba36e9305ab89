import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import { insertAll } from '../../platform/insert-all'
import { book } from '../book'
import { companies, costCentres } from '../schema/companies'
import { reservations } from '../schema/reservations'

/** Begins what stands for an order where another system sold the meal. */
export const OPENING = 'opening_'

export interface OpenBooks {
  readonly companyId: string
  /** Names what is taken over, once. */
  readonly reference: string
  readonly lines: readonly {
    readonly costCentreId: string
    readonly siteId: string
    readonly serviceDate: ServiceDate
    readonly period: MealPeriod
    readonly amountMinor: number
  }[]
}

/** Takes over what a company owes for meals that another system sold, so that it stands on its next statement. Returns the new lines. */
export const openBooks = (app: App, { companyId, reference, lines }: OpenBooks): Promise<number> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
    if (!company) throw new Refusal('not_found')
    const { operatorId, currency } = company
    const account = `receivable:company:${companyId}`
    const owed = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    const postings = [
      { account, amountMinor: owed },
      { account: 'equity:opening', amountMinor: -owed },
    ]
    if (!(await book(within, { operatorId, currency, ref: `opening:${reference}`, postings }))) return 0
    const centres = await tx.select().from(costCentres).where(eq(costCentres.companyId, companyId))
    const entityOf = new Map(centres.map(({ id, legalEntityId }) => [id, legalEntityId]))
    return insertAll(
      tx,
      reservations,
      lines.map((line, seq) => ({
        ...line,
        orderId: `${OPENING}${reference}`,
        seq,
        operatorId,
        personId: '',
        kind: 'budget' as const,
        ref: '',
        bucket: '',
        account,
        status: 'confirmed' as const,
        companyId,
        legalEntityId: entityOf.get(line.costCentreId) ?? null,
        at: app.now(),
      })),
    )
  })
