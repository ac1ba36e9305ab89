import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { listLots, listOrders, listShortages, overview, showOrder } from '../../api/procurement'

const ROOT = ['procurement'] as const

type OrderQuery = NonNullable<NonNullable<Parameters<typeof listOrders>[0]>['query']>
type LotQuery = NonNullable<NonNullable<Parameters<typeof listLots>[0]>['query']>

export const useOverview = () =>
  useQuery({ queryKey: [...ROOT, 'overview'], queryFn: ({ signal }) => overview({}, { signal }) })

export const useOrders = (query: OrderQuery) =>
  useQuery({
    queryKey: [...ROOT, 'orders', query],
    queryFn: ({ signal }) => listOrders({ query }, { signal }),
    // the list stays while a filter is typed
    placeholderData: keepPreviousData,
  })

export const useOrder = (orderId: string) =>
  useQuery({
    queryKey: [...ROOT, 'order', orderId],
    queryFn: ({ signal }) => showOrder({ params: { orderId } }, { signal }),
  })

export const useLots = (query: LotQuery) =>
  useQuery({
    queryKey: [...ROOT, 'lots', query],
    queryFn: ({ signal }) => listLots({ query }, { signal }),
    placeholderData: keepPreviousData,
  })

export const useShortages = () =>
  useQuery({ queryKey: [...ROOT, 'shortages'], queryFn: ({ signal }) => listShortages({}, { signal }) })

/** Asks everything of procurement anew: after an act of one's own, or when somebody else's was heard of. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ROOT })
}
