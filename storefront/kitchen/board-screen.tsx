import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { problemOf } from '../api/problem'
import type { Live } from '../api/use-stream'
import { notify } from '../ui/toast'
import { type Batch, finishBatch, type Site, startBatch, type Station, type Ticket, undoStart } from './api'
import { Batches } from './batches'
import type { BatchStep } from './batch-card'
import {
  batchesAt,
  type Board,
  countOpen,
  type Finished,
  itemsAt,
  leftToMake,
  recallable,
  toDo,
  withTouches,
} from './board'
import type { Chosen } from './choose-service'
import { FinishedSheet } from './finished-sheet'
import { KitchenHeader } from './kitchen-header'
import { OfflineBanner } from './offline-banner'
import { PlanNotice } from './plan-notice'
import { warningAt } from './warning-at'
import { useNow } from './service-clock'
import { useAwake } from './more/use-awake'
import { useChime } from './more/use-chime'
import { TicketWall } from './ticket-wall'
import { Totals } from './totals'
import type { Touches } from './use-touches'
import { useTouch } from './use-touch'

export interface BoardScreenProps {
  readonly sites: readonly Site[]
  readonly site: Site
  readonly chosen: Chosen
  readonly stations: readonly Station[]
  readonly station: string | null
  readonly board: Board
  readonly live: Live
  readonly touches: Touches
  readonly toldTicket: (ticket: Ticket) => void
  readonly toldBatch: (batch: Batch) => void
}

const STEPS = { start: startBatch, finish: finishBatch, undo: undoStart }

/** The whole screen of a service: header, tickets by due time, totals and batches. */
export function BoardScreen(props: BoardScreenProps) {
  const { site, station, live, touches, toldTicket, toldBatch } = props
  const { drain } = touches
  const { t } = useTranslation('kitchen')
  const now = useNow()
  const board = useMemo(() => withTouches(props.board, touches.waiting), [props.board, touches.waiting])
  const [noticed, setNoticed] = useState<ReadonlySet<string>>(new Set())
  const [isOpen, setOpen] = useState(false)
  const { bump, recall, refused } = useTouch({ touches, station })

  useEffect(() => {
    touches.listen({
      onDone: (_, ticket) => toldTicket(ticket),
      onRefused: ({ ticketId }, { message }) => refused(board.tickets.get(ticketId)?.number ?? '', message),
    })
  })
  const tickets = useMemo(() => toDo(board, station, noticed), [board, station, noticed])
  useChime(tickets)
  useAwake()
  useEffect(() => {
    if (live.state === 'live') drain()
  }, [live.state, drain])

  const left = useMemo(() => leftToMake(board, station), [board, station])
  const finished = recallable(board, station, now)
  const last = finished[0]
  const takeBack = ({ ticket, items }: Finished) => recall(ticket, items)
  const step = (batch: Batch, name: BatchStep) =>
    void STEPS[name]({ params: { batchId: batch.id } }).then(toldBatch, (error: unknown) => {
      const { message } = problemOf(error)
      void notify({ kind: 'problem', text: message || t('offline', { seconds: live.ageSeconds }) })
    })

  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <KitchenHeader
        {...props}
        openCount={countOpen(board)}
        undoNumber={last?.ticket.number}
        onUndo={() => last && takeBack(last)}
        finishedCount={finished.length}
        onFinished={() => setOpen(true)}
      />
      <OfflineBanner live={live} waiting={touches.waiting.length} />
      <div className="flex min-h-0 flex-1">
        <main className="min-w-0 flex-1 overflow-y-auto p-3" aria-label={t('tickets')} tabIndex={0}>
          <h2 className="sr-only">{t('tickets')}</h2>
          <TicketWall
            tickets={tickets}
            hasAny={board.tickets.size > 0}
            station={station}
            warning={warningAt(props.stations, station)}
            onDone={(ticket) =>
              bump(
                ticket,
                itemsAt(ticket, station).filter(({ doneAt, isVoid }) => doneAt === null && !isVoid),
              )
            }
            onNoticed={({ id }) => setNoticed(new Set([...noticed, id]))}
          />
        </main>
        <aside className="w-72 shrink-0 overflow-y-auto border-l border-line p-4" tabIndex={0} aria-label={t('totals')}>
          <PlanNotice plan={board.plan} stations={props.stations} />
          <Totals left={left} meal={{ siteId: site.id, ...props.chosen }} />
          <Batches
            batches={batchesAt(board, station)}
            hasAny={board.batches.size > 0}
            zone={site.zone}
            stations={props.stations}
            onStep={step}
          />
        </aside>
      </div>
      <FinishedSheet open={isOpen} onOpenChange={setOpen} finished={finished} zone={site.zone} onRecall={takeBack} />
    </div>
  )
}
