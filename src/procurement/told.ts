import type { Told } from '../platform/realtime'

/** Buyers hear that something of a site moved: `stock`, `count`, `transfer`, `invoice`, `paper` or `gap`, by its id. */
export const told = (
  event: 'stock' | 'count' | 'transfer' | 'invoice' | 'paper' | 'gap',
  { operatorId, id, siteId }: { operatorId: string; id: string; siteId: string },
): Told[] => [{ topic: `procurement:${operatorId}`, event, data: { id, siteId } }]
