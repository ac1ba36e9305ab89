import { useTranslation } from '../i18n/use-translation'
import { useAddress } from '../address/use-address'
import { LogOutButton } from '../api/session-gate'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { listSites, type Site } from './api'
import { type Chosen, currentService, keyOf, serviceOf } from './choose-service'
import { ServiceScreen } from './service-screen'
import { useAnswer } from '../api/use-answer'
import { useTouches } from './use-touches'

/** The list of services and their counts is looked at again this often. */
const LOOK_AGAIN_MS = 30_000

/** The page at /kitchen: one service of one kitchen, as the address says, or the one that is due. */
export function KitchenPage() {
  const { t } = useTranslation('kitchen')
  const { search } = useAddress()
  const touches = useTouches()
  const { data, error, again } = useAnswer((signal) => listSites(undefined, { signal }), LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />

  const site = data.sites.find(({ id }) => id === search.get('site')) ?? mostToDo(data.sites)
  if (!site) return <EmptyState title={t('noSite')} text={t('noSiteText')} action={<LogOutButton />} />
  const now = Date.parse(data.now)
  const chosen: Chosen = serviceOf(search.get('service')) ?? currentService(site, now) ?? lunchOf(data.now)
  return (
    <ServiceScreen
      key={`${site.id} ${keyOf(chosen)}`}
      sites={data.sites}
      site={site}
      chosen={chosen}
      station={search.get('station')}
      touches={touches}
    />
  )
}

/** Somebody who works in several kitchens starts where there is most to do. */
function mostToDo(sites: readonly Site[]): Site | undefined {
  const open = ({ services }: Site) => services.reduce((sum, service) => sum + service.open, 0)
  return [...sites].sort((a, b) => open(b) - open(a))[0]
}

const lunchOf = (now: string): Chosen => ({ serviceDate: now.slice(0, 10), period: 'lunch' })
