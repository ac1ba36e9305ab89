import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { addDays, dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { noteAll } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { publishAll } from '../../platform/outbox'
import { StatementIssued } from '../events'
import { companies, legalEntities } from '../schema/companies'
import { statements } from '../schema/statements'

export interface IssueStatements {
  readonly operatorIds: readonly string[]
  readonly companyId: string
  /** `YYYY-MM` of the service dates. */
  readonly month: string
  readonly issuedBy: string
}

/**
 * Issues the statements of a month, one a legal entity: every share of a meal up to its end that is not on one yet, and every
 * return since. Said again it changes nothing. Returns the ids, old and new.
 * @throws Refusal `not_found`, `statement_not_ready` while the month goes on.
 */
export const issueStatements = (app: App, input: IssueStatements): Promise<string[]> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const [company] = await tx.select().from(companies).where(eq(companies.id, input.companyId)).for('update')
    if (!company || !input.operatorIds.includes(company.operatorId)) throw new Refusal('not_found')
    const today = dateIn(company.zone, app.now())
    if (today.slice(0, 7) <= input.month) throw new Refusal('statement_not_ready')
    const entities = await tx
      .select()
      .from(legalEntities)
      .where(eq(legalEntities.companyId, company.id))
      .orderBy(legalEntities.id)
    const stated = await tx
      .select({ id: statements.id, legalEntityId: statements.legalEntityId })
      .from(statements)
      .where(and(eq(statements.companyId, company.id), eq(statements.month, input.month)))
    const missing = entities.filter(({ id }) => !stated.some(({ legalEntityId }) => legalEntityId === id))
    const issued: string[] = []
    for (const entity of missing) {
      const id = `stm_${entity.id}_${input.month}`
      const number = `${input.month}-${entity.id.replace(/^[a-z]+_/, '').toUpperCase()}`
      const { rows } = await tx.execute<{ total: string }>(linesOf(id, entity.id, input.month))
      await tx.insert(statements).values({
        id,
        number,
        operatorId: company.operatorId,
        companyId: company.id,
        legalEntityId: entity.id,
        legalEntity: entity.name,
        taxNumber: entity.taxNumber,
        month: input.month,
        currency: company.currency,
        totalMinor: Number(rows[0]?.total ?? 0),
        dueOn: addDays(today, company.termsDays),
        issuedBy: input.issuedBy,
        issuedAt: app.now(),
      })
      issued.push(id)
    }
    const action = 'funding.issue-statement'
    const { operatorId } = company
    const entries = issued.map((subject) => ({ operatorId, actorId: input.issuedBy, action, subject }))
    if (entries.length > 0) await noteAll(within, entries)
    await publishAll(
      tx,
      StatementIssued,
      issued.map((statementId) => ({ statementId })),
    )
    return [...stated.map(({ id }) => id), ...issued]
  })

/** Writes the lines of one statement, by cost centre and service date, and answers their sum. */
const linesOf = (statementId: string, legalEntityId: string, month: string) => sql`
  with open as (
    select 'meal' as kind, r.order_id, r.seq, '' as refund_id, r.cost_centre_id, r.service_date, r.period, null as corrects,
           r.amount_minor
    from funding.reservations r
    where r.legal_entity_id = ${legalEntityId} and r.status = 'confirmed' and substr(r.service_date::text, 1, 7) <= ${month}
      and not exists (select 1 from funding.statement_lines l where l.order_id = r.order_id and l.seq = r.seq and l.refund_id = '')
    union all
    select case when b.number is null then 'return' else 'credit' end, r.order_id, r.seq, v.refund_id, r.cost_centre_id,
           r.service_date, r.period, b.number, -v.amount_minor
    from funding.reservation_returns v join funding.reservations r on r.order_id = v.order_id and r.seq = v.seq
    left join lateral (
      select s.number from funding.statement_lines l join funding.statements s on s.id = l.statement_id
      where l.order_id = r.order_id and l.seq = r.seq and l.refund_id = ''
    ) b on true
    where r.legal_entity_id = ${legalEntityId} and r.status = 'confirmed' and substr(r.service_date::text, 1, 7) <= ${month}
      and not exists (select 1 from funding.statement_lines l
                      where l.order_id = r.order_id and l.seq = r.seq and l.refund_id = v.refund_id)
  ), written as (
    insert into funding.statement_lines
      (statement_id, line, kind, order_id, seq, refund_id, cost_centre, service_date, period, corrects_number, amount_minor)
    select ${statementId}, row_number() over (order by coalesce(c.code, ''), o.service_date, o.period, o.order_id, o.seq, o.refund_id),
           o.kind, o.order_id, o.seq, o.refund_id, coalesce(c.code, ''), o.service_date, o.period, o.corrects, o.amount_minor
    from open o left join funding.cost_centres c on c.id = o.cost_centre_id
    returning amount_minor
  )
  select coalesce(sum(amount_minor), 0)::text as total from written`
