import { redirect } from 'react-router'
import { listPlans, type Plans } from '../../api/plans'
import { problemOf } from '../../api/problem'
import { showWeek, type Week } from '../../api/store'
import { loading } from '../loading'

export interface PlansAndMenu extends Plans {
  /** What is served where this browser orders, to choose from; undefined before a place is chosen. */
  readonly week: Week | undefined
}

/** The caller's standing orders; whoever is not known logs in first. */
export const loadPlans = loading(async ({ visitor, signal }): Promise<PlansAndMenu> => {
  const { servicePointId, fetcher } = visitor
  const plans = await listPlans(undefined, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).status === 401) throw redirect('/login?next=/plans')
    throw error
  })
  const week = servicePointId
    ? await showWeek({ query: { servicePointId } }, { fetcher, signal }).catch(() => undefined)
    : undefined
  return { ...plans, week }
})
