import { useQueries } from '@tanstack/react-query'
import type { Spot } from '../../api/dispatch'
import { type CityMap, showMap } from '../../api/operator'
import { boundsOf } from '../operator/map-data'
import { useMapCities } from '../operator/use-operator'

const EMPTY: CityMap = { type: 'FeatureCollection', features: [] }

const holds = ({ features }: CityMap, { lat, lon }: Spot): boolean => {
  const bounds = boundsOf(features)
  if (!bounds) return false
  const [[west, south], [east, north]] = bounds
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** The streets around a kitchen; empty paper where we have no map of its city, undefined while that is not known. */
export function useGround(kitchen: Spot): CityMap | undefined {
  const cities = useMapCities()
  const maps = useQueries({
    queries: (cities.data?.cities ?? []).map(({ id }) => ({
      queryKey: ['operator', 'map', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => showMap({ params: { cityId: id } }, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  if (cities.isError) return EMPTY
  const found = maps.find(({ data }) => data && holds(data, kitchen))?.data
  if (found) return found
  return cities.data && maps.every(({ isPending }) => !isPending) ? EMPTY : undefined
}
