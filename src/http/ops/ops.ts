import type { Express } from 'express'
import type { RunningApp } from '../../platform/app'
import type { Readiness } from '../../platform/readiness'
import type { Streams } from '../../platform/realtime'
import type { Redis } from '../../platform/redis'
import type { Route } from '../serve'
import { mountDocs } from './docs'
import { mountHealth } from './health'
import { mountMetrics } from './metrics'
import { mountQueueBoard } from './queue-board'

export interface OpsParts {
  readonly app: RunningApp
  readonly ready: () => Promise<Readiness>
  readonly redis: Redis
  readonly streams: Streams
  readonly routes: readonly Route[]
}

/** What those who run Linli look at: health, metrics, queues and the API's own documentation. */
export function mountOps(server: Express, { app, ready, redis, streams, routes }: OpsParts): void {
  mountHealth(server, ready)
  mountMetrics(server, app, streams)
  mountQueueBoard(server, app.config, redis)
  mountDocs(
    server,
    routes.map(({ endpoint }) => endpoint),
  )
}
