import { sql } from 'drizzle-orm'

import type { App } from '../../platform/app'

/** Whose claim for which month of service dates (`YYYY-MM`). */
export interface ClaimKey {
  readonly operatorId: string
  readonly schemeId: string
  readonly funder: string
  readonly month: string
}

/** What is due for one grant beyond what was claimed before; negative where money went back since. Minor units. */
export interface DueLine {
  readonly useId: string
  readonly kind: 'meal' | 'reversal'
  readonly siteId: string
  readonly usedAt: Date
  readonly amountMinor: number
  readonly currency: string
  readonly fromOperator: boolean
}

/**
 * The lines a claim would have now, in the order of the meals: every grant of an order that became firm, up to the end of the
 * month, as far as it was not claimed; and reversals of what was claimed before and given back since.
 */
export async function dueLines(app: App, { operatorId, schemeId, funder, month }: ClaimKey): Promise<DueLine[]> {
  const { rows } = await app.db.execute<Omit<DueLine, 'usedAt'> & { usedAt: string; [key: string]: unknown }>(sql`
    select u.id as "useId", u.site_id as "siteId", u.used_at as "usedAt", u.currency, u.kind = 'operator_grant' as "fromOperator",
           case when c.claimed is null then 'meal' else 'reversal' end as kind,
           u.amount_minor - u.returned_minor - coalesce(c.claimed, 0) as "amountMinor"
    from funding.grant_uses u
    join funding.reservations r on r.order_id = u.order_id and r.seq = u.seq and r.status = 'confirmed'
    left join lateral (select sum(l.amount_minor)::int as claimed from funding.claim_lines l where l.use_id = u.id) c on true
    where u.operator_id = ${operatorId} and u.scheme_id = ${schemeId} and u.funder = ${funder}
      and u.service_date < ${`${month}-01`}::date + interval '1 month'
      and u.amount_minor - u.returned_minor <> coalesce(c.claimed, 0)
    order by u.service_date, u.used_at, u.id`)
  return rows.map((row) => ({ ...row, usedAt: new Date(row.usedAt) }))
}

export interface ClaimSummary extends Omit<ClaimKey, 'operatorId'> {
  /** Null while it is not issued. */
  readonly claimId: string | null
  readonly lines: number
  readonly amountMinor: number
  readonly currency: string
  readonly issuedAt: Date | null
}

/** The claims of a tenant for a month: those that are written, and what would stand in the others now. */
export async function listClaims(app: App, operatorId: string, month: string): Promise<ClaimSummary[]> {
  const { rows } = await app.db.execute<
    Omit<ClaimSummary, 'issuedAt'> & { issuedAt: string | null; [key: string]: unknown }
  >(sql`
    with due as (
      select u.scheme_id, u.funder, min(u.currency) as currency, count(*)::int as lines,
             sum(u.amount_minor - u.returned_minor - coalesce(c.claimed, 0))::float8 as amount
      from funding.grant_uses u
      join funding.reservations r on r.order_id = u.order_id and r.seq = u.seq and r.status = 'confirmed'
      left join lateral (select sum(l.amount_minor)::int as claimed from funding.claim_lines l where l.use_id = u.id) c on true
      where u.operator_id = ${operatorId} and u.service_date < ${`${month}-01`}::date + interval '1 month'
        and u.amount_minor - u.returned_minor <> coalesce(c.claimed, 0)
      group by u.scheme_id, u.funder
    ), issued as (
      select * from funding.claims where operator_id = ${operatorId} and month = ${month}
    )
    select coalesce(i.scheme_id, d.scheme_id) as "schemeId", coalesce(i.funder, d.funder) as funder, ${month} as month,
           i.id as "claimId", coalesce(i.lines, d.lines) as lines, coalesce(i.amount_minor::float8, d.amount) as "amountMinor",
           coalesce(i.currency, d.currency) as currency, i.issued_at as "issuedAt"
    from issued i full join due d on d.scheme_id = i.scheme_id and d.funder = i.funder
    order by 1, 2`)
  return rows.map((row) => ({ ...row, issuedAt: row.issuedAt ? new Date(row.issuedAt) : null }))
}
