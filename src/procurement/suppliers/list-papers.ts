import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { PAPER_DAYS } from '../count-work'

export interface PaperRow {
  readonly id: string
  readonly operatorId: string
  readonly supplierId: string
  readonly supplier: Text
  readonly kind: string
  readonly validFrom: ServiceDate
  readonly validTo: ServiceDate
  readonly status: 'waiting' | 'accepted' | 'refused'
  readonly note: string
  readonly fileId: string | null
  readonly filedAt: string | null
  /** The longest of its kind: the one that counts. */
  readonly counts: boolean
  readonly warned: readonly { readonly daysBefore: number; readonly at: string }[]
}

/** Certificates that count, and papers filed that do not or not yet; those taken over from before have no scan. */
const filed = sql`
  select c.id, s.operator_id, c.supplier_id, s.name as supplier, c.kind, c.valid_from::text, c.valid_to::text,
         'accepted' as status, coalesce(p.note, '') as note, p.file_id, p.filed_at,
         c.valid_to = max(c.valid_to) over (partition by c.supplier_id, c.kind) as counts
  from procurement.certificates c join procurement.suppliers s on s.id = c.supplier_id
  left join procurement.papers p on p.id = c.id
  union all
  select p.id, p.operator_id, p.supplier_id, s.name, p.kind, p.valid_from::text, p.valid_to::text,
         p.status, p.note, p.file_id, p.filed_at, false
  from procurement.papers p join procurement.suppliers s on s.id = p.supplier_id where p.status <> 'accepted'`

async function rowsWhere(app: App, where: ReturnType<typeof sql>): Promise<PaperRow[]> {
  const { rows } = await app.db.execute<PaperRow & Record<string, unknown>>(sql`
    select id, operator_id as "operatorId", supplier_id as "supplierId", supplier, kind, valid_from as "validFrom",
           valid_to as "validTo", status, note, file_id as "fileId", counts,
           to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "filedAt",
           coalesce((select jsonb_agg(jsonb_build_object('daysBefore', w.days_before,
             'at', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by w.days_before desc)
             from procurement.certificate_warnings w where w.certificate_id = filed.id), '[]') as warned
    from (${filed}) filed where ${where} order by valid_to, id`)
  return rows
}

/** Everything some suppliers have filed or held, the first to end first. */
export const papersOf = (app: App, supplierIds: readonly string[]) =>
  rowsWhere(app, sql`supplier_id = any(${sql.param([...supplierIds])})`)

/** What waits to be looked at, and what ends soon or has ended and nothing newer replaces. */
export async function papersToSee(app: App, operatorIds: readonly string[], today: ServiceDate) {
  const mine = sql`operator_id = any(${sql.param([...operatorIds])})`
  const rows = await rowsWhere(
    app,
    sql`${mine} and (status = 'waiting' or (counts and valid_to <= ${addDays(today, PAPER_DAYS)}))`,
  )
  return {
    waiting: rows.filter(({ status }) => status === 'waiting'),
    ending: rows.filter(({ counts }) => counts),
  }
}

export async function paperById(app: App, id: string) {
  const [paper] = await rowsWhere(app, sql`id = ${id}`)
  return paper
}
