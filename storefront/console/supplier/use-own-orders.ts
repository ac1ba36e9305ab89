import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { listOrders, showOrder } from '../../api/supplier'

const ROOT = ['supplier'] as const

/** Asks for something of the supplier's own; again whenever anything of it has moved. */
export const useOwn = <T>(key: readonly unknown[], ask: (signal: AbortSignal) => Promise<T>) =>
  useQuery({ queryKey: [...ROOT, ...key], queryFn: ({ signal }) => ask(signal), placeholderData: keepPreviousData })

export const useOwnOrders = (open: boolean) =>
  useOwn(['orders', open], (signal) => listOrders({ query: open ? { status: 'sent' } : {} }, { signal }))

export const useOwnOrder = (orderId: string) =>
  useOwn(['order', orderId], (signal) => showOrder({ params: { orderId } }, { signal }))

/** Asks everything of the supplier anew. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ROOT })
}
