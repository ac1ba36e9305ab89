import { sql } from 'drizzle-orm'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from './app'
import type { Streams } from './realtime'
import { tallies } from './tally'

export interface Metrics {
  readonly contentType: string
  readonly text: () => Promise<string>
  /** One answered request: seconds, by route pattern, never by address. */
  readonly observe: (method: string, route: string, status: number, seconds: number) => void
}

/** What this process measures, in Prometheus' format. */
export function openMetrics(app: App, streams: Streams): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'linli_stream_watchers',
    help: 'Live streams open in this process',
    registers: [registry],
    collect() {
      this.set(streams.watchers())
    },
  })
  new Gauge({
    name: 'linli_outbox_waiting',
    help: 'Facts the relay has not sent yet',
    registers: [registry],
    async collect() {
      const { rows } = await app.db.execute<{ n: string }>(
        sql`select count(*) as n from platform.outbox where sent_at is null`,
      )
      this.set(Number(rows[0]?.n ?? 0))
    },
  })
  new Gauge({
    name: 'linli_tally',
    help: 'What seldom happens, counted by all processes since the installation',
    labelNames: ['name'],
    registers: [registry],
    async collect() {
      for (const { name, times } of await tallies(app)) this.set({ name }, times)
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observe: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
  }
}
