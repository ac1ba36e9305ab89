import { satisfaction } from '../../../ordering/ratings/satisfaction'
import type { Text } from '../../../kernel/text'
import { communitiesByIds, listCities, listOperators, sitesOf } from '../../../places/queries'
import { tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const NOBODY = { zh: '', en: '' }

/** How content residents are; never who said what. */
export const satisfactionRoutes: readonly Route[] = [
  serve(contract.showSatisfaction, async ({ app, caller, query: { from, to } }) => {
    const operatorIds = tenantsOf(caller, contract.showSatisfaction.who)
    const sites = await sitesOf(app, operatorIds)
    const cityOf = new Map(sites.map(({ id, cityId }) => [id, cityId]))
    const { alerts, ...found } = await satisfaction(app, { operatorIds, from, to, cityOf })
    const communityIds = [
      ...found.communities.map(({ id }) => id),
      ...alerts.filter(({ kind }) => kind === 'community').map(({ subjectId }) => subjectId),
    ]
    const communities = await communitiesByIds(app, [...new Set(communityIds)])
    const [cities, operators] = [await listCities(app), await listOperators(app)]
    const names = new Map<string, Text>(
      [...sites, ...communities, ...cities, ...operators, ...found.dishes].map(({ id, name }) => [id, name]),
    )
    const named = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, name: names.get(row.id) ?? NOBODY }))
    return {
      ...found,
      operators: named(found.operators),
      cities: named(found.cities),
      kitchens: named(found.kitchens),
      communities: named(found.communities),
      alerts: alerts.map(({ subjectId, raisedAt, ...alert }) => {
        return { ...alert, name: names.get(subjectId) ?? NOBODY, raisedAt: raisedAt.toISOString() }
      }),
    }
  }),
]
