import { Check } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '../i18n/use-translation'
import type { Ticket } from './api'
import { useLocale } from '../i18n/use-locale'
import { itemsAt } from './board'
import { urgencyOf, type Warning } from './countdown'
import { AllergyBar } from './allergy-bar'
import { ItemRow } from './item-row'
import { useNow } from './service-clock'
import { TicketClock } from './ticket-clock'

const HEADS = {
  late: 'bg-late text-white',
  soon: 'bg-soon text-black',
  calm: 'bg-line text-ink',
  void: 'bg-line text-ink-2',
}

export interface TicketCardProps {
  readonly ticket: Ticket
  readonly station: string | null
  /** When its clock turns yellow and red. */
  readonly warning: Warning
  readonly onDone: (ticket: Ticket) => void
  readonly onNoticed: (ticket: Ticket) => void
}

/** One order at this station: what it is, where it goes, how long there is, and one thing to press. */
export function TicketCard({ ticket, station, warning, onDone, onNoticed }: TicketCardProps) {
  const { t } = useTranslation('kitchen')
  const isVoid = ticket.status === 'void'
  return (
    <article
      aria-label={t('ticket', { number: ticket.number })}
      className="flex animate-fade flex-col overflow-hidden rounded-card bg-surface"
    >
      <TicketHead ticket={ticket} warning={warning} />
      {ticket.allergies.length > 0 && !isVoid && <AllergyBar codes={ticket.allergies} />}
      <Items ticket={ticket} station={station} />
      {isVoid ? (
        <button
          type="button"
          onClick={() => onNoticed(ticket)}
          className="m-3 min-h-target rounded-control border border-control font-bold hover:bg-line"
        >
          {t('noticed')}
        </button>
      ) : (
        <button
          type="button"
          aria-label={t('doneTicket', { number: ticket.number })}
          onClick={() => onDone(ticket)}
          className="m-3 flex min-h-target items-center justify-center gap-2 rounded-control bg-done font-bold text-white hover:brightness-110 active:brightness-90"
        >
          <Check size={24} aria-hidden />
          {t('done')}
        </button>
      )}
    </article>
  )
}

function TicketHead({ ticket, warning }: Pick<TicketCardProps, 'ticket' | 'warning'>) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const urgency = urgencyOf(ticket.dueAt, useNow(), warning)
  const isVoid = ticket.status === 'void'
  return (
    <header className={`flex items-center justify-between gap-3 px-4 py-2 ${HEADS[isVoid ? 'void' : urgency]}`}>
      <div className="min-w-0">
        <h3 className={`figures text-title font-bold ${isVoid ? 'line-through' : ''}`}>{ticket.number}</h3>
        <p className="line-clamp-2 text-secondary leading-snug" title={say(ticket.destination)}>
          {say(ticket.destination)}
        </p>
      </div>
      {isVoid ? (
        <p className="shrink-0 text-right font-bold text-ink">
          {t('void')}
          <span className="block text-caption font-normal">{t('voidText')}</span>
        </p>
      ) : (
        <TicketClock dueAt={ticket.dueAt} urgency={urgency} />
      )}
    </header>
  )
}

/** Does not change each second, as the clock does. */
const Items = memo(function Items({ ticket, station }: Pick<TicketCardProps, 'ticket' | 'station'>) {
  return (
    <ul className="flex-1 space-y-1 px-4 pt-3">
      {itemsAt(ticket, station).map((item) => (
        <ItemRow key={item.id} item={item} allergies={ticket.allergies} isVoid={ticket.status === 'void'} />
      ))}
    </ul>
  )
})
