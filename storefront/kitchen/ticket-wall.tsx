import { useTranslation } from '../i18n/use-translation'
import { EmptyState } from '../ui/states'
import type { Ticket } from './api'
import { TicketCard, type TicketCardProps } from './ticket-card'

/** More than anybody looks at; the rest moves up as these are done. */
const SHOWN = 48

/** The tickets of this view by due time. */
export function TicketWall({
  tickets,
  hasAny,
  ...card
}: Omit<TicketCardProps, 'ticket'> & {
  readonly tickets: readonly Ticket[]
  /** Whether this service has any ticket at all. */
  readonly hasAny: boolean
}) {
  const { t } = useTranslation('kitchen')
  if (tickets.length === 0) {
    return hasAny ? (
      <EmptyState title={t('allDone')} text={t('allDoneText')} />
    ) : (
      <EmptyState title={t('empty')} text={t('emptyText')} />
    )
  }
  const more = tickets.length - SHOWN
  return (
    <>
      <div className="grid auto-rows-max grid-cols-[repeat(auto-fill,minmax(300px,1fr))] gap-3">
        {tickets.slice(0, SHOWN).map((ticket) => (
          <TicketCard key={ticket.id} ticket={ticket} {...card} />
        ))}
      </div>
      {more > 0 && <p className="py-4 text-center text-secondary text-ink-2">{t('more', { count: more })}</p>}
    </>
  )
}
