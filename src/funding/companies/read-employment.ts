import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { AllowanceRule } from '../domain/allowance'
import type { BudgetCover } from '../domain/budget'
import type { APPROVAL_KINDS } from '../schema/approvals'

/** What a company would pay for one of its people, as it stands now. */
export interface Employment extends Record<string, unknown> {
  readonly companyId: string
  readonly operatorId: string
  readonly company: Text
  readonly allowedSiteIds: readonly string[] | null
  readonly allowedPeriods: readonly MealPeriod[] | null
  readonly creditStopped: boolean
  readonly shift: string | null
  /** The company's building somebody works in. */
  readonly buildingId: string | null
  readonly costCentreId: string | null
  readonly legalEntityId: string | null
  readonly rules: readonly {
    /** Of the rule, whichever version: what is used is counted by it. */
    readonly id: string
    readonly name: Text
    readonly rule: Omit<AllowanceRule, 'id'>
    readonly from: ServiceDate
    readonly to: ServiceDate | null
  }[]
  readonly used: readonly { readonly ruleId: string; readonly bucket: string; readonly usedMinor: number }[]
  readonly budgets: readonly {
    readonly id: string
    readonly month: string
    readonly name: Text
    readonly limitMinor: number
    readonly usedMinor: number
    readonly covers: BudgetCover
  }[]
  readonly approvals: readonly {
    readonly id: string
    readonly menuDayId: string
    readonly kind: (typeof APPROVAL_KINDS)[number]
    readonly approvedMinor: number
    readonly leftMinor: number
    readonly costCentreId: string | null
    readonly legalEntityId: string | null
  }[]
}

/**
 * The companies a person works for today, with rules, what is used of them in some months (and the month before) and the
 * budgets of those months, and what was approved for some menu days; in one round trip.
 */
export async function readEmployment(
  app: App,
  personId: string,
  months: readonly string[],
  menuDayIds: readonly string[],
): Promise<Employment[]> {
  const { rows } = await app.db.execute<Employment>(sql`
    select c.id as "companyId", c.operator_id as "operatorId", c.name as company, c.allowed_site_ids as "allowedSiteIds",
           c.allowed_periods as "allowedPeriods", c.credit_stopped as "creditStopped", e.shift, e.building_id as "buildingId",
           e.cost_centre_id as "costCentreId",
           coalesce(cc.legal_entity_id, (select min(l.id) from funding.legal_entities l where l.company_id = c.id)) as "legalEntityId",
           coalesce((select jsonb_agg(jsonb_build_object('id', coalesce(r.series_id, r.id), 'name', r.name, 'rule', r.rule, 'from', r.from_date,
                       'to', r.to_date) order by r.position, r.id)
                     from funding.allowance_rules r where r.company_id = c.id), '[]') as rules,
           coalesce((select jsonb_agg(jsonb_build_object('ruleId', b.rule_id, 'bucket', b.bucket, 'usedMinor', b.used_minor))
                     from funding.allowance_balances b join funding.allowance_rules r on r.id = b.rule_id
                     where b.person_id = e.person_id and r.company_id = c.id
                       and substr(b.bucket, 1, 7) >= ${firstOf(months)}), '[]') as used,
           coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'month', b.month, 'name', cc.name,
                       'limitMinor', b.limit_minor, 'usedMinor', b.used_minor, 'covers', b.covers))
                     from funding.budgets b where b.cost_centre_id = e.cost_centre_id
                       and b.month = any(${sql.param([...months])}::text[])), '[]') as budgets,
           coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'menuDayId', a.menu_day_id, 'kind', a.kind,
                       'approvedMinor', a.approved_minor, 'leftMinor', a.approved_minor - a.used_minor,
                       'costCentreId', a.cost_centre_id, 'legalEntityId', a.legal_entity_id) order by a.id)
                     from funding.approvals a where a.person_id = e.person_id and a.company_id = c.id
                       and a.status = 'approved'
                       and a.menu_day_id = any(${sql.param([...menuDayIds])}::text[])), '[]') as approvals
    from funding.employees e join funding.companies c on c.id = e.company_id
    left join funding.cost_centres cc on cc.id = e.cost_centre_id
    where e.person_id = ${personId} and e.left_at is null order by c.id`)
  return rows
}

/** The month before the earliest one, whose rest a rule may carry over. */
function firstOf(months: readonly string[]): string {
  const [year = 0, month = 1] = (months.toSorted()[0] ?? '0001-02').split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
