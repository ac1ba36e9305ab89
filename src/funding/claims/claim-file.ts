import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { csv } from '../../platform/sheets/csv'
import { workbook } from '../../platform/sheets/workbook'
import { claimLines, claims } from '../schema/claims'
import { grantUses } from '../schema/subsidies'

const COLUMNS = [
  'line',
  'kind',
  'person',
  'site',
  'time',
  'service_date',
  'meal',
  'mode',
  'spend',
  'grant',
  'amount',
  'currency',
  'scheme',
  'rule_version',
]

/** Whose claim it is; undefined for an unknown one. */
export async function ownerOfClaim(app: App, claimId: string): Promise<{ readonly operatorId: string } | undefined> {
  const [row] = await app.db.select({ operatorId: claims.operatorId }).from(claims).where(eq(claims.id, claimId))
  return row
}

/**
 * A claim as a file: one line a meal, nobody's name. Always the same bytes. @throws Refusal `not_found`.
 */
export async function claimFile(app: App, claimId: string, format: 'csv' | 'xlsx') {
  const [claim] = await app.db.select().from(claims).where(eq(claims.id, claimId))
  if (!claim) throw new Refusal('not_found')
  const rows = await app.db
    .select({ line: claimLines, use: grantUses })
    .from(claimLines)
    .innerJoin(grantUses, eq(grantUses.id, claimLines.useId))
    .where(eq(claimLines.claimId, claimId))
    .orderBy(asc(claimLines.line))
  const cells = rows.map(({ line, use }) => [
    String(line.line),
    line.kind,
    use.pseudonym,
    line.site,
    line.time,
    use.serviceDate,
    use.period,
    use.mode,
    decimal(use.spendMinor),
    use.grantId,
    decimal(line.amountMinor),
    use.currency,
    use.schemeId,
    String(use.schemeVersion),
  ])
  const name = `claim-${claim.schemeId}-${claim.funder.replace(/[^\w-]/g, '_')}-${claim.month}.${format}`
  if (format === 'csv') return { name, mediaType: 'text/csv', content: csv(COLUMNS, cells) }
  const content = await workbook([COLUMNS, ...cells])
  return { name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content }
}

/** Minor units as a sheet's decimal: 1250 is `12.50`. */
const decimal = (minor: number): string =>
  `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`
