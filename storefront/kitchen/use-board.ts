import { useEffect, useReducer } from 'react'
import { type Period, showService, type Snapshot } from './api'
import { type Live, useStream } from '../api/use-stream'
import { useAnswer } from '../api/use-answer'
import { type Batch, type Board, boardOf, type Plan, type Ticket, withBatches, withPlan, withTicket } from './board'

export interface ServiceKey {
  readonly siteId: string
  readonly serviceDate: string
  readonly period: Period
}

interface Known {
  readonly board: Board
  /** The version of the stream the board has reached. */
  readonly version: number
}

type News =
  | { readonly is: 'snapshot'; readonly service: ServiceKey; readonly snapshot: Snapshot }
  | { readonly is: 'ticket'; readonly ticket: Ticket; readonly version?: number }
  | { readonly is: 'batches'; readonly batches: readonly Batch[]; readonly version?: number }
  | { readonly is: 'plan'; readonly plan: Plan; readonly version: number }

function learn(known: Known | undefined, news: News): Known | undefined {
  if (news.is === 'snapshot') {
    const { service, snapshot } = news
    // an answer that was under way while the stream went on is older than the screen
    if (known && known.version > snapshot.version) return known
    return { board: boardOf(service, snapshot), version: snapshot.version }
  }
  if (!known) return known
  return { board: boardAfter(known.board, news), version: Math.max(known.version, news.version ?? 0) }
}

function boardAfter(board: Board, news: Exclude<News, { readonly is: 'snapshot' }>): Board {
  if (news.is === 'ticket') return withTicket(board, news.ticket)
  return news.is === 'plan' ? withPlan(board, news.plan) : withBatches(board, news.batches)
}

/** The clock of a demo may jump; and a look each minute heals whatever went wrong. */
const LOOK_AGAIN_MS = 60_000

/**
 * One service as the server tells it: a snapshot, then every change; `toldTicket` and `toldBatch` take in what an answer
 * said. Another service needs another component (`key`).
 */
export function useBoard(service: ServiceKey) {
  const { siteId, serviceDate, period } = service
  const asked = useAnswer((signal) => showService({ params: service }, { signal }), LOOK_AGAIN_MS)
  const [known, tell] = useReducer(learn, undefined)
  const snapshot = asked.data
  useEffect(() => {
    if (snapshot) tell({ is: 'snapshot', service: { siteId, serviceDate, period }, snapshot })
  }, [siteId, serviceDate, period, snapshot])

  const live: Live = useStream(known ? `/api/kitchen/sites/${siteId}/stream` : null, {
    from: known?.version ?? 0,
    // the server checks what it tells against the same contract
    on: {
      ticket: (data, version) => tell({ is: 'ticket', ticket: data as Ticket, version }),
      plan: (data, version) => tell({ is: 'plan', plan: data as Plan, version }),
      batches: (data, version) => tell({ is: 'batches', batches: data as Batch[], version }),
    },
  })
  return {
    asked,
    board: known?.board,
    live,
    toldTicket: (ticket: Ticket) => tell({ is: 'ticket', ticket }),
    toldBatch: (batch: Batch) => tell({ is: 'batches', batches: [batch] }),
  }
}
