import type { App } from '../platform/app'
import { companyPayers } from './companies/company-payers'
import { type Candidate, divide, type PayersQuote, type PayersWish } from './domain/payers'
import { pursePayers } from './purses/purse-payers'
import { subsidyPayers } from './subsidies/subsidy-payers'

type PayerSource = (app: App, wish: PayersWish) => Promise<readonly Candidate[]>

const SOURCES: readonly PayerSource[] = [subsidyPayers, companyPayers, pursePayers]

/** Who would pay a basket now, each share with its reason, and what is left to pay. Reads only; `funding.reserve` takes it. */
export async function quotePayers(app: App, wish: PayersWish): Promise<PayersQuote> {
  const candidates: Candidate[] = []
  // one after the other: inside a transaction they share its connection
  for (const source of SOURCES) candidates.push(...(await source(app, wish)))
  return divide(wish.meals, candidates)
}
