import type { Express, RequestHandler } from 'express'
import type { App } from '../../platform/app'
import { type Metrics, openMetrics } from '../../platform/metrics'
import type { Streams } from '../../platform/realtime'

/** `/metrics` for Prometheus: no personal data; keep it off the public side at the load balancer. */
export function mountMetrics(server: Express, app: App, streams: Streams): void {
  const metrics = openMetrics(app, streams)
  server.locals['metrics'] = metrics
  server.get('/metrics', (_req, res, next) => {
    metrics.text().then((text) => res.type(metrics.contentType).send(text), next)
  })
}

/** Times every request and writes one log line for it, with its id and without anybody's data. */
export const observeRequests = (app: App): RequestHandler => {
  return (req, res, next) => {
    const start = process.hrtime.bigint()
    res.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      const route: string = req.route?.path ?? 'none'
      const metrics: Metrics | undefined = req.app.locals['metrics']
      metrics?.observe(req.method, route, res.statusCode, seconds)
      const { requestId, method } = req
      // reads that went well are many and say little
      const level = method === 'GET' && res.statusCode < 400 ? 'debug' : 'info'
      app.log[level]({ requestId, method, route, status: res.statusCode, ms: Math.round(seconds * 1_000) }, 'request')
    })
    next()
  }
}
