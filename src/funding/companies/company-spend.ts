import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { allowanceRules, budgets } from '../schema/rules'
import { costCentres } from '../schema/companies'

/** What a company spends in a month of service dates: by cost centre and by day, never by name or dish. */
export async function companySpend(app: App, companyId: string, month: string) {
  const { rows: spend } = await app.db.execute<{
    costCentre: string
    serviceDate: string
    meals: number
    amountMinor: number
  }>(sql`
    select coalesce(c.code, '') as "costCentre", r.service_date::text as "serviceDate",
           count(distinct r.order_id) filter (where r.amount_minor > r.returned_minor)::int as meals,
           sum(r.amount_minor - r.returned_minor)::int as "amountMinor"
    from funding.reservations r left join funding.cost_centres c on c.id = r.cost_centre_id
    where r.company_id = ${companyId} and r.status <> 'released' and substr(r.service_date::text, 1, 7) = ${month}
    group by 1, 2 order by 1, 2`)
  const rules = await app.db
    .select({ id: allowanceRules.id, name: allowanceRules.name, rule: allowanceRules.rule })
    .from(allowanceRules)
    .where(
      and(
        eq(allowanceRules.companyId, companyId),
        sql`daterange(${allowanceRules.from}, case when ${allowanceRules.to} >= ${allowanceRules.from} then ${allowanceRules.to} end, '[]')
          && daterange(${`${month}-01`}::date, (${`${month}-01`}::date + interval '1 month')::date)`,
        sql`coalesce(${allowanceRules.to} >= ${allowanceRules.from}, true)`,
      ),
    )
    .orderBy(asc(allowanceRules.position))
  const limits = await app.db
    .select({
      id: budgets.id,
      costCentre: costCentres.code,
      name: costCentres.name,
      limitMinor: budgets.limitMinor,
      usedMinor: budgets.usedMinor,
    })
    .from(budgets)
    .innerJoin(costCentres, eq(costCentres.id, budgets.costCentreId))
    .where(and(eq(budgets.companyId, companyId), inArray(budgets.month, [month])))
    .orderBy(asc(costCentres.code))
  return { spend, rules, budgets: limits }
}
