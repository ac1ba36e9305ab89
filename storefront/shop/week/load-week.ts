import { redirect } from 'react-router'
import { problemOf } from '../../api/problem'
import { showWeek, type Week } from '../../api/store'
import { PERIODS } from '../home/load-home'
import { loading } from '../loading'

/** What an address asks of a week; anything else in it is left aside. */
export function weekQuery(servicePointId: string, search: URLSearchParams) {
  const from = search.get('from')
  const period = PERIODS.find((name) => name === search.get('period'))
  return {
    servicePointId,
    ...(from && /^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {}),
    ...(period ? { period } : {}),
  }
}

/** A week at the place this browser remembers; who has none, or one that is gone, chooses first. */
export const loadWeek = loading(async ({ visitor: { servicePointId, fetcher }, search, signal }): Promise<Week> => {
  if (!servicePointId) throw redirect('/place')
  return showWeek({ query: weekQuery(servicePointId, search) }, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).code === 'not_found') throw redirect('/place')
    throw error
  })
})
