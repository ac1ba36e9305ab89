import type { z } from 'zod'
import { fapiaoOf, invoiceOf } from '../../../funding/invoicing/queries'
import { type Fapiao, requestStatementFapiao } from '../../../funding/invoicing/request-fapiao'
import { statementDetail } from '../../../funding/statements/queries'
import { Refusal } from '../../../kernel/refusal'
import { type Route, serve } from '../../serve'
import { companiesWithin } from '../reach'
import * as contract from './contract'

/** A fapiao as people see it. */
export const fapiaoView = ({ requestedAt, ...paper }: Fapiao): z.input<typeof contract.Fapiao> => {
  const { id, kind, status, title, taxNumber, amountMinor, taxMinor, number } = paper
  return { id, kind, status, title, taxNumber, amountMinor, taxMinor, number, requestedAt: requestedAt.toISOString() }
}

/** Bills and fapiao, for those who pay and those who are paid. */
export const invoiceRoutes: readonly Route[] = [
  serve(contract.showPapers, async ({ app, caller, params: { statementId } }) => {
    const companies = await companiesWithin(app, caller, contract.showPapers.who)
    const ids = companies.map(({ id }) => id)
    const detail = await statementDetail(app, ids, statementId)
    if (!detail) throw new Refusal('not_found')
    const bill = await invoiceOf(app, statementId)
    const papers = await fapiaoOf(app, statementId, detail.statement.legalEntityId)
    return {
      invoice: bill
        ? {
            provider: bill.provider,
            url: bill.url,
            amountMinor: bill.amountMinor,
            sentAt: bill.sentAt.toISOString(),
            paidAt: bill.paidAt?.toISOString() ?? null,
          }
        : null,
      fapiao: papers.map(fapiaoView),
    }
  }),

  serve(contract.requestFapiao, async ({ app, caller, params: { statementId } }) => {
    const companies = await companiesWithin(app, caller, contract.requestFapiao.who)
    const ids = companies.map(({ id }) => id)
    return fapiaoView(await requestStatementFapiao(app, ids, statementId, caller.personId))
  }),
]
