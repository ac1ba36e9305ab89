import type { Express } from 'express'
import type { Readiness } from '../../platform/readiness'

/** `/healthz`: the process lives. `/readyz`: it can serve; 503 with what is missing otherwise. */
export function mountHealth(server: Express, readiness: () => Promise<Readiness>): void {
  server.get('/healthz', (_req, res) => void res.json({ ok: true }))
  server.get('/readyz', (_req, res, next) => {
    readiness().then((ready) => {
      // without its queue web still takes orders: they wait in Postgres
      res.status(ready.database && ready.migrations ? 200 : 503).json(ready)
    }, next)
  })
}
