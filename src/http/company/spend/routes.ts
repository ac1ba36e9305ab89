import { companySpend } from '../../../funding/companies/company-spend'
import { headcount } from '../../../funding/companies/import-employees'
import { dateIn } from '../../../kernel/time'
import { type Route, serve } from '../../serve'
import { companyWithin } from '../reach'
import * as contract from './contract'

/** What a company spends on meals. */
export const companySpendRoutes: readonly Route[] = [
  serve(contract.showSpend, async ({ app, caller, params: { companyId }, query }) => {
    const company = await companyWithin(app, caller, contract.showSpend.who, companyId)
    const month = query.month ?? dateIn(company.zone, app.now()).slice(0, 7)
    const { spend, rules, budgets } = await companySpend(app, companyId, month)
    return {
      company: company.name,
      month,
      currency: company.currency,
      people: await headcount(app, companyId),
      totalMinor: spend.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      creditStopped: company.creditStopped,
      rules: rules.map(({ id, name, rule: { amountMinor, per, periods = [], days } }) => {
        return { id, name, amountMinor, per, periods, days }
      }),
      budgets,
      spend,
    }
  }),
]
