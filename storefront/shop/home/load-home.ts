import { redirect } from 'react-router'
import { problemOf } from '../../api/problem'
import { type Menu, showMenu } from '../../api/store'
import { loading } from '../loading'

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const

/** The menu for the place this browser remembers; who has none, or one that is gone, chooses first. */
export const loadHome = loading(async ({ visitor, search, signal }): Promise<Menu> => {
  const { servicePointId, fetcher } = visitor
  if (!servicePointId) throw redirect('/place')
  const date = search.get('date')
  const period = PERIODS.find((name) => name === search.get('period'))
  const query = {
    servicePointId,
    ...(date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}),
    ...(period ? { period } : {}),
  }
  return showMenu({ query }, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).code === 'not_found') throw redirect('/place')
    throw error
  })
})
