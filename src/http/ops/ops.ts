import type { Express } from 'express'
import type { RunningApp } from '../../platform/app'
import type { Queues } from '../../platform/queue'
import type { Readiness } from '../../platform/readiness'
import type { Streams } from '../../platform/realtime'
import type { Route } from '../serve'
import { mountDocs } from './docs'
import { mountHealth } from './health'
import { mountMetrics } from './metrics'
import { mountQueueBoard } from './queue-board'

export interface OpsParts {
  readonly app: RunningApp
  readonly ready: () => Promise<Readiness>
  readonly queues: Queues
  readonly streams: Streams
  readonly routes: readonly Route[]
}

/** What those who run Linli look at: health, metrics, queues and the API's own documentation. */
export function mountOps(server: Express, { app, ready, queues, streams, routes }: OpsParts): void {
  mountHealth(server, ready)
  mountMetrics(server, app, streams)
  mountQueueBoard(server, queues)
  mountDocs(
    server,
    routes.map(({ endpoint }) => endpoint),
  )
}
