import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { listLots, listOrders, listShortages, overview, showOrder } from '../../api/procurement'

const ROOT = ['procurement'] as const

type OrderQuery = NonNullable<NonNullable<Parameters<typeof listOrders>[0]>['query']>
type LotQuery = NonNullable<NonNullable<Parameters<typeof listLots>[0]>['query']>

type Ask<T> = (signal: AbortSignal) => Promise<T>

/** Asks for one thing of procurement; again whenever anything of it has moved. */
export const useAsked = <T>(key: readonly unknown[], ask: Ask<T>) =>
  useQuery({ queryKey: [...ROOT, ...key], queryFn: ({ signal }) => ask(signal) })

/** The same for a list that filters narrow: the old one stays while the new one comes. */
export const useList = <T>(key: readonly unknown[], ask: Ask<T>) =>
  useQuery({ queryKey: [...ROOT, ...key], queryFn: ({ signal }) => ask(signal), placeholderData: keepPreviousData })

export const useOverview = () => useAsked(['overview'], (signal) => overview({}, { signal }))

export const useOrders = (query: OrderQuery) =>
  useList(['orders', query], (signal) => listOrders({ query }, { signal }))

export const useOrder = (orderId: string) =>
  useAsked(['order', orderId], (signal) => showOrder({ params: { orderId } }, { signal }))

export const useLots = (query: LotQuery) => useList(['lots', query], (signal) => listLots({ query }, { signal }))

export const useShortages = () => useAsked(['shortages'], (signal) => listShortages({}, { signal }))

/** Asks everything of procurement anew: after an act of one's own, or when somebody else's was heard of. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ROOT })
}
