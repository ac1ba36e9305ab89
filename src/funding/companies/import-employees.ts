import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { companies, costCentres, employees } from '../schema/companies'
import { keepInvitations } from './invite-employee'
import { type EmployeeRow, type LineError, readEmployees } from './read-employees'

export interface EnrolledPerson {
  /** Whom the company's list means by this number already. */
  readonly personId?: string | undefined
  readonly email: string
  readonly name: string
  readonly left: boolean
}

/**
 * Makes people of names and e-mail addresses and says who may order for the company; answers their ids by e-mail, without
 * those whose address belongs to somebody the company does not employ.
 */
export type EnrolPeople = (
  app: App,
  company: { readonly operatorId: string; readonly companyId: string },
  people: readonly EnrolledPerson[],
) => Promise<ReadonlyMap<string, string>>

export interface ImportEmployees {
  readonly companyIds: readonly string[]
  readonly companyId: string
  readonly grid: readonly (readonly string[])[]
  readonly importedBy: string
}

export interface ImportedEmployees {
  readonly added: number
  readonly changed: number
  readonly left: number
  readonly unchanged: number
  /** Whose address is somebody's account: asked, and on the list once they say yes. */
  readonly invited: number
  readonly errors: readonly LineError[]
}

/**
 * Takes a company's people over from a sheet, known by their number: who is marked as left is cut off at once and keeps what
 * was ordered; who has an account of their own is asked first; lines with mistakes are reported and left out. The same sheet
 * again changes nothing.
 * @throws Refusal `not_found`.
 */
export const importEmployees = (app: App, input: ImportEmployees, enrol: EnrolPeople): Promise<ImportedEmployees> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { companyId } = input
    // one import of a company at a time
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId)).for('update')
    if (!company || !input.companyIds.includes(companyId)) throw new Refusal('not_found')
    const { operatorId } = company
    const centres = await tx.select().from(costCentres).where(eq(costCentres.companyId, companyId))
    const centreIds = new Map(centres.map(({ code, id }) => [code, id]))
    const { rows, errors } = readEmployees(input.grid, new Set(centreIds.keys()))

    const standing = await tx.select().from(employees).where(eq(employees.companyId, companyId))
    const byNumber = new Map(standing.flatMap((one) => (one.number ? [[one.number, one] as const] : [])))
    const wanted = rows.map((row) => {
      const known = byNumber.get(row.number)
      const costCentreId = row.costCentre ? (centreIds.get(row.costCentre) ?? null) : null
      return { row, known, costCentreId, isSame: known !== undefined && isSame(known, row, costCentreId) }
    })
    const different = wanted.filter(({ isSame }) => !isSame)
    const ids = await enrol(
      within,
      { operatorId, companyId },
      different.map(({ row, known }) => ({ ...row, personId: known?.personId })),
    )
    const settled = different.flatMap(({ row, known, costCentreId }) => {
      const personId = known?.personId ?? ids.get(row.email)
      return personId ? [{ row, known, costCentreId, personId }] : []
    })
    await write(within, companyId, settled)
    const foreign = different.filter(({ row, known }) => !row.left && !known && !ids.has(row.email))
    const invited = await inviteAll(within, { operatorId, companyId }, input.importedBy, foreign)
    const fresh = settled.filter(({ known }) => !known)
    const leaving = settled.filter(({ row, known }) => row.left && known?.leftAt === null)
    const counts = {
      added: fresh.length,
      left: leaving.length,
      changed: settled.length - fresh.length - leaving.length,
      // who was asked before and has not answered, and who left before ever coming, stand as they stood
      unchanged: wanted.length - settled.length - invited,
      invited,
    }
    const detail = { ...counts, refused: errors.length }
    await note(within, {
      operatorId,
      actorId: input.importedBy,
      action: 'funding.import-employees',
      subject: companyId,
      detail,
    })
    return { ...counts, errors }
  })

async function inviteAll(
  app: App,
  company: { readonly operatorId: string; readonly companyId: string },
  invitedBy: string,
  foreign: readonly { readonly row: EmployeeRow; readonly costCentreId: string | null }[],
): Promise<number> {
  if (foreign.length === 0) return 0
  const wanted = foreign.map(({ row: { email, name, number, department, shift }, costCentreId }) => {
    return { email, name, number, department, shift, costCentreId, invitedBy }
  })
  return (await keepInvitations(app, company, wanted)).filter(({ fresh }) => fresh).length
}

type Standing = typeof employees.$inferSelect

const isSame = (known: Standing, row: EmployeeRow, costCentreId: string | null): boolean =>
  known.department === row.department &&
  known.costCentreId === costCentreId &&
  known.shift === row.shift &&
  (known.leftAt !== null) === row.left

interface Settled {
  readonly row: EmployeeRow
  readonly costCentreId: string | null
  readonly personId: string
}

/** In one statement whatever their number. */
async function write(app: App, companyId: string, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return
  const now = app.now()
  await app.db
    .insert(employees)
    .values(
      settled.map(({ row: { number, department, shift, left }, costCentreId, personId }) => {
        return { companyId, personId, number, department, shift, costCentreId, leftAt: left ? now : null }
      }),
    )
    .onConflictDoUpdate({
      target: [employees.companyId, employees.personId],
      set: {
        number: sql`excluded.number`,
        department: sql`excluded.department`,
        shift: sql`excluded.shift`,
        costCentreId: sql`excluded.cost_centre_id`,
        leftAt: sql`case when excluded.left_at is null then null else coalesce(${employees.leftAt}, excluded.left_at) end`,
      },
    })
}

/** How many of a company's people order today. */
export async function headcount(app: App, companyId: string): Promise<number> {
  const here = and(eq(employees.companyId, companyId), isNull(employees.leftAt))
  const [row] = await app.db.select({ people: sql<number>`count(*)::int` }).from(employees).where(here)
  return row?.people ?? 0
}
