import type { z } from 'zod'
import { issueStatements } from '../../../funding/statements/issue-statements'
import { notePaid } from '../../../funding/statements/note-paid'
import { ageing, statementDetail, type StatementDetail, statementsOf } from '../../../funding/statements/queries'
import { type StatementFormat, statementFile } from '../../../funding/statements/statement-file'
import { Refusal } from '../../../kernel/refusal'
import { dateIn } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { type Caller, tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import { companiesWithin, companyWithin } from '../reach'
import * as contract from './contract'

const WHO = contract.listStatements.who

type Row = Pick<StatementDetail, 'statement' | 'paidMinor'>

const view = ({ statement, paidMinor }: Row): z.input<typeof contract.Statement> => ({
  id: statement.id,
  number: statement.number,
  companyId: statement.companyId,
  legalEntity: statement.legalEntity,
  month: statement.month,
  currency: statement.currency,
  totalMinor: statement.totalMinor,
  paidMinor,
  dueOn: statement.dueOn,
  issuedAt: statement.issuedAt.toISOString(),
})

async function find(app: App, caller: Caller, statementId: string) {
  const companies = await companiesWithin(app, caller, WHO)
  const ids = companies.map(({ id }) => id)
  const detail = await statementDetail(app, ids, statementId)
  if (!detail) throw new Refusal('not_found')
  const company = companies.find(({ id }) => id === detail.statement.companyId)
  return { detail, company: company?.name.en ?? '' }
}

async function file(app: App, caller: Caller, statementId: string, format: StatementFormat) {
  const { detail, company } = await find(app, caller, statementId)
  const content = await statementFile(app, { format, company, detail })
  return { name: `${statementId}.${format}`, content }
}

/** Monthly statements, for those who pay them and those who issue them. */
export const statementRoutes: readonly Route[] = [
  serve(contract.listStatements, async ({ app, caller }) => {
    const companies = await companiesWithin(app, caller, WHO)
    const rows = await statementsOf(
      app,
      companies.map(({ id }) => id),
    )
    const today = dateIn(companies[0]?.zone ?? 'UTC', app.now())
    return { statements: rows.map(view), ageing: ageing(rows, today) }
  }),

  serve(contract.showStatement, async ({ app, caller, params: { statementId } }) => {
    const { detail } = await find(app, caller, statementId)
    return { ...view(detail), lines: [...detail.lines] }
  }),

  serve(contract.statementPdf, ({ app, caller, params }) => file(app, caller, params.statementId, 'pdf')),
  serve(contract.statementXlsx, ({ app, caller, params }) => file(app, caller, params.statementId, 'xlsx')),

  serve(contract.issueStatements, async ({ app, caller, params: { companyId }, body: { month } }) => {
    const who = contract.issueStatements.who
    await companyWithin(app, caller, who, companyId)
    const operatorIds = tenantsOf(caller, who)
    const issued = await issueStatements(app, { operatorIds, companyId, month, issuedBy: caller.personId })
    const rows = await statementsOf(app, [companyId])
    return { statements: rows.filter(({ statement: { id } }) => issued.includes(id)).map(view) }
  }),

  serve(contract.noteStatementPaid, async ({ app, caller, params: { statementId }, body }) => {
    const operatorIds = tenantsOf(caller, contract.noteStatementPaid.who)
    await notePaid(app, { operatorIds, statementId, ...body, notedBy: caller.personId })
    return view((await find(app, caller, statementId)).detail)
  }),
]
