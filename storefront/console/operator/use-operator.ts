import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { listDayOrders, listMapCities, showDay, showMap, showStatement } from '../../api/operator'

const ROOT = ['operator'] as const
/** The day is asked for again while somebody looks at it. */
const REFRESH_MS = 5_000

/** A service day, kept fresh; today when no date is given. */
export const useDay = (date: string | undefined) =>
  useQuery({
    queryKey: [...ROOT, 'day', date],
    queryFn: ({ signal }) => showDay({ query: { date } }, { signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })

export const useDayOrders = (date: string | undefined) =>
  useQuery({
    queryKey: [...ROOT, 'orders', date],
    queryFn: ({ signal }) => listDayOrders({ query: { date: date ?? '' } }, { signal }),
    enabled: date !== undefined,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })

/** Streets do not move while a page is open. */
export const useMapCities = () =>
  useQuery({
    queryKey: [...ROOT, 'cities'],
    queryFn: ({ signal }) => listMapCities({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useCityMap = (cityId: string | undefined) =>
  useQuery({
    queryKey: [...ROOT, 'map', cityId],
    queryFn: ({ signal }) => showMap({ params: { cityId: cityId ?? '' } }, { signal }),
    enabled: cityId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useStatement = (from: string, to: string) =>
  useQuery({
    queryKey: [...ROOT, 'statement', from, to],
    queryFn: ({ signal }) => showStatement({ query: { from, to } }, { signal }),
    enabled: from !== '' && from <= to,
    placeholderData: keepPreviousData,
  })

/** Asks everything of the operator anew, after the clock was moved. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ROOT })
}
