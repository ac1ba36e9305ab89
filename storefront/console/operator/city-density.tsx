import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch, useAddress } from '../../address/use-address'
import type { Day } from '../../api/operator'
import { useLocale } from '../../i18n/use-locale'
import { Segmented } from '../../ui/choice'
import { ErrorState, Skeleton } from '../../ui/states'
import { WhenSeen } from '../../ui/when-seen'
import { BandLegend } from './band-legend'
import { CommunityTable } from './community-table'
import { RunList } from './run-list'
import { Section } from './section'
import { useCityMap, useMapCities } from './use-operator'

const DensityMap = lazy(() => import('./density-map'))

/** Where the day's orders come from: a map, and beside it the same to read. */
export function CityDensity({ day }: { readonly day: Day }) {
  const { t } = useTranslation('console')
  const { say } = useLocale()
  const { search } = useAddress()
  const cities = useMapCities().data?.cities ?? []
  const own = cities.filter(({ id }) => day.sites.some(({ cityId }) => cityId === id))
  const city = own.find(({ id }) => id === search.get('city')) ?? own[0]
  const map = useCityMap(city?.id)
  const cityId = city?.id
  const chosen = search.get('community') ?? undefined
  const { sites, runs, density } = useWithin(day, cityId)
  const choice = city && own.length > 1 && (
    <div className="min-w-52">
      <Segmented
        label={t('operator.map.city')}
        value={city.id}
        options={own.map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={(id) => setSearch({ city: id, community: null })}
      />
    </div>
  )
  return (
    <Section id="density" title={t('operator.density.title')} note={t('operator.density.note')} aside={choice}>
      <div className="grid gap-4 xl:grid-cols-2">
        <figure className="flex min-w-0 flex-col overflow-hidden rounded-card border border-line bg-surface">
          <div className="relative min-h-80 grow md:min-h-112">
            {map.error && <ErrorState error={map.error} onRetry={() => void map.refetch()} />}
            {map.data && (
              <WhenSeen fallback={<Skeleton className="absolute inset-0" />}>
                <Suspense fallback={<Skeleton className="absolute inset-0" />}>
                  <DensityMap map={map.data} density={density} runs={runs} sites={sites} chosen={chosen} />
                </Suspense>
              </WhenSeen>
            )}
          </div>
          <figcaption className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-caption">
            <BandLegend />
          </figcaption>
        </figure>
        <div className="min-w-0 space-y-4">
          <CommunityTable map={map.data} density={density} chosen={chosen} />
          <RunList runs={runs} sites={sites} />
        </div>
      </div>
    </Section>
  )
}

/** What of the day lies in a city; the same as long as the day is, so that the map need not be drawn anew. */
function useWithin(day: Day, cityId: string | undefined) {
  return useMemo(() => {
    const sites = day.sites.filter((site) => site.cityId === cityId)
    return {
      sites,
      runs: day.runs.filter(({ siteId }) => sites.some((site) => site.siteId === siteId)),
      density: day.density.filter((community) => community.cityId === cityId),
    }
  }, [day, cityId])
}
