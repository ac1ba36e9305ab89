import type { DayOrder } from '../../api/operator'

export interface Filter {
  readonly status: string
  readonly period: string
  readonly search: string
}

/** The orders that fit, by number or by any part of the place's names in either language. */
export function fitting(orders: readonly DayOrder[], { status, period, search }: Filter): DayOrder[] {
  const wanted = search.trim().toLowerCase()
  return orders.filter(({ community, building, number, ...order }) => {
    const texts = [number, community.zh, community.en, building.zh, building.en]
    return (
      (status === '' || order.status === status) &&
      (period === '' || order.period === period) &&
      (wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted)))
    )
  })
}
