import { redirect } from 'react-router'
import { problemOf } from '../../api/problem'
import { type Menu, showMenu } from '../../api/store'
import { loading } from '../loading'

/** The meals an address may name. */
export const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const

/** What an address asks of the menu; anything else in it is left aside. */
export function menuQuery(servicePointId: string, search: URLSearchParams) {
  const date = search.get('date')
  const period = PERIODS.find((name) => name === search.get('period'))
  return {
    servicePointId,
    ...(date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}),
    ...(period ? { period } : {}),
  }
}

/** The menu for the place this browser remembers; who has none, or one that is gone, chooses first. */
export const loadHome = loading(async ({ visitor, search, signal }): Promise<Menu> => {
  const { servicePointId, fetcher } = visitor
  if (!servicePointId) throw redirect('/place')
  const query = menuQuery(servicePointId, search)
  return showMenu({ query }, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).code === 'not_found') throw redirect('/place')
    throw error
  })
})
