import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listOrders, showOrder } from '../../api/supplier'

const ROOT = ['supplier'] as const

export const useOwnOrders = (open: boolean) =>
  useQuery({
    queryKey: [...ROOT, 'orders', open],
    queryFn: ({ signal }) => listOrders({ query: open ? { status: 'sent' } : {} }, { signal }),
  })

export const useOwnOrder = (orderId: string) =>
  useQuery({
    queryKey: [...ROOT, 'order', orderId],
    queryFn: ({ signal }) => showOrder({ params: { orderId } }, { signal }),
  })

/** Asks everything of the supplier anew. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ROOT })
}
