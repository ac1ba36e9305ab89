import { redirect } from 'react-router'
import { type Company, listEmployees } from '../../api/company'
import { problemOf } from '../../api/problem'
import { loading } from '../loading'

/** The companies somebody looks after. Who is not logged in is led to the log-in page and back. */
export const loadCompanies = loading(async ({ visitor: { fetcher }, signal }): Promise<{ companies: Company[] }> => {
  return listEmployees(undefined, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).status === 401) throw redirect('/login?next=/company')
    throw error
  })
})
