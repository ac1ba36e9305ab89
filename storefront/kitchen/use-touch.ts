import { useTranslation } from '../i18n/use-translation'
import { notify } from '../ui/toast'
import type { Item, Ticket, Touch } from './board'
import { useReadNow } from './service-clock'
import type { Touches } from './use-touches'

/** Makes touches with ids of their own and puts them into the outbox; speaks of those the server refused. */
export function useTouch({ touches, station }: { readonly touches: Touches; readonly station: string | null }) {
  const { t } = useTranslation('kitchen')
  const now = useReadNow()
  const touch = (kind: Touch['kind'], ticket: Ticket, items: readonly Item[], at: string | null): Touch => {
    const made = {
      id: crypto.randomUUID(),
      kind,
      ticketId: ticket.id,
      station: at,
      itemIds: items.map(({ id }) => id),
      at: new Date(now()).toISOString(),
    }
    void touches.add(made)
    return made
  }
  const refused = (number: string, reason: string) =>
    void notify({ kind: 'problem', text: t('refused', { number, reason }) })
  return {
    bump: (ticket: Ticket, items: readonly Item[]) => touch('bump', ticket, items, station),
    recall: (ticket: Ticket, items: readonly Item[], at = station) => touch('recall', ticket, items, at),
    refused,
  }
}
