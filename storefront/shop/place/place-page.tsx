import { MapPin } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { Link, useLoaderData } from 'react-router'
import { type Building, type City, listBuildings, listPlaces } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { LanguageButton } from '../../ui/language-button'
import { EmptyState } from '../../ui/states'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { Buildings } from './buildings'
import { Communities } from './communities'
import { Points } from './points'

interface Places {
  readonly cities: readonly City[]
  readonly city: City | undefined
  readonly community: City['communities'][number] | undefined
  readonly buildings: readonly Building[]
  readonly building: Building | undefined
}

/** Where somebody may be served, as far as the address has chosen: `?city=…&community=…&building=…`. */
export const loadPlaces = loading(async ({ visitor: { fetcher }, search, signal }): Promise<Places> => {
  const { cities } = await listPlaces(undefined, { fetcher, signal })
  const communityId = search.get('community')
  const ofCommunity = cities.find(({ communities }) => communities.some(({ id }) => id === communityId))
  const city = ofCommunity ?? cities.find(({ id }) => id === search.get('city')) ?? cities[0]
  const community = ofCommunity?.communities.find(({ id }) => id === communityId)
  const buildings = community
    ? (await listBuildings({ params: { communityId: community.id } }, { fetcher, signal })).buildings
    : []
  return { cities, city, community, buildings, building: buildings.find(({ id }) => id === search.get('building')) }
})

/** Community, building, and how the meal is handed over: three taps, no typing. Every step is an address. */
export function PlacePage() {
  const { cities, city, community, buildings, building } = useLoaderData<Places>()
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  usePageTitle(t('place.title'))
  const step = building ? 3 : community ? 2 : 1
  const ask = t(step === 1 ? 'place.askCommunity' : step === 2 ? 'place.askBuilding' : 'place.askPoint')
  return (
    <div className="mx-auto max-w-160 px-4">
      <div className="flex items-center justify-between pt-2">
        <p className="flex items-center gap-1.5 text-title font-bold text-brand-800 md:invisible">
          <MapPin size={22} aria-hidden /> {t('brand')}
        </p>
        <LanguageButton />
      </div>
      <p className="mt-2 text-secondary text-ink-2">{t('place.step', { step, of: 3 })}</p>
      <h1 className="text-headline font-bold">{ask}</h1>
      {community && (
        <nav aria-label={t('place.chosen')} className="mt-1 flex flex-wrap items-center gap-x-2 text-ink-2">
          <Link className="inline-flex min-h-target items-center underline" to={`/place?city=${city?.id ?? ''}`}>
            {say(community.name)}
          </Link>
          {building && (
            <>
              <span aria-hidden>›</span>
              <Link className="inline-flex min-h-target items-center underline" to={`/place?community=${community.id}`}>
                {say(building.name)}
              </Link>
            </>
          )}
        </nav>
      )}
      <div className="mt-3">
        {!city && <EmptyState title={t('place.none')} text={t('place.noneText')} />}
        {city && !community && <Communities cities={cities} city={city} />}
        {community && !building && <Buildings community={community} buildings={buildings} />}
        {city && building && <Points building={building} currency={city.currency} />}
      </div>
    </div>
  )
}
