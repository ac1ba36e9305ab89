import { redirect } from 'react-router'
import { type Company, listEmployees, listStatements, showSpend, type Spend, type Statement } from '../../api/company'
import { problemOf } from '../../api/problem'
import { loading } from '../loading'

interface Companies {
  readonly companies: readonly Company[]
  /** By company, this month. */
  readonly spends: Readonly<Record<string, Spend>>
  readonly statements: readonly Statement[]
}

/** The companies somebody looks after. Who is not logged in is led to the log-in page and back. */
export const loadCompanies = loading(async ({ visitor: { fetcher }, signal }): Promise<Companies> => {
  const asking = { fetcher, signal }
  const { companies } = await listEmployees(undefined, asking).catch((error: unknown) => {
    if (problemOf(error).status === 401) throw redirect('/login?next=/company')
    throw error
  })
  const { statements } = await listStatements(undefined, asking)
  const spends = await Promise.all(
    companies.map(async ({ id }) => [id, await showSpend({ params: { companyId: id }, query: {} }, asking)] as const),
  )
  return { companies, statements, spends: Object.fromEntries(spends) }
})
