import { randomUUID } from 'node:crypto'
import express, { type Express, type Request, type RequestHandler } from 'express'
import helmet from 'helmet'
import { type Locale, LOCALES } from '../kernel/text'
import type { App } from '../platform/app'
import type { Streams } from '../platform/realtime'
import { ARRIVAL, firstArrival } from './arrival'
import { authenticate, type CallerOf, cookieOf, sameOriginWrites } from './auth'
import { answerErrors, unknownRoute } from './errors'
import { keyGuard } from './key-guard'
import { observeRequests } from './ops/metrics'
import { rushGate } from './rush-gate'
import { letIn, mount, type Route } from './serve'

/** Larger bodies are refused as `too_large`. */
const MAX_BODY = '100kb'
/** But for those an operation takes files from. */
const MAX_UPLOAD = '6mb'

export interface ServerParts {
  readonly callerOf: CallerOf
  readonly streams: Streams
  readonly routes: readonly Route[]
  /** Doors that need the raw request: webhooks before the body is read, pages and operator tools after the API. */
  readonly beforeBody?: (server: Express) => void
  readonly afterApi?: (server: Express) => void
}

/** The whole HTTP side of `web`, without listening. Routes nobody named answer 404. */
export function createServer(app: App, { callerOf, streams, routes, beforeBody, afterApi }: ServerParts): Express {
  const server = express()
  server.disable('x-powered-by')
  server.set('trust proxy', 'loopback, linklocal, uniquelocal')
  server.set('query parser', 'simple')
  server.use(stamp(app), observeRequests(app))
  const gate = rushGate(app)
  for (const { endpoint } of routes.filter((route) => route.endpoint.rush)) server[endpoint.method](endpoint.path, gate)
  server.use(helmet({ contentSecurityPolicy: contentPolicy(app), strictTransportSecurity: isPublic(app) }))
  beforeBody?.(server)
  for (const { endpoint } of routes.filter((route) => route.endpoint.upload))
    server[endpoint.method](endpoint.path, authenticate(callerOf), letIn(endpoint), express.json({ limit: MAX_UPLOAD }))
  server.use('/api', express.json({ limit: MAX_BODY }), keyGuard)
  server.use(authenticate(callerOf), sameOriginWrites(app))
  mount(server, app, streams, routes)
  server.use('/api', unknownRoute)
  afterApi?.(server)
  server.use(unknownRoute)
  server.use(answerErrors(app))
  return server
}

const isPublic = (app: App): boolean => app.config.PUBLIC_URL?.startsWith('https:') ?? false

/** Everything from ourselves; Stripe's form only where Stripe is on. */
function contentPolicy(app: App) {
  const stripe = app.config.STRIPE_SECRET_KEY ? ['https://js.stripe.com'] : []
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      // the reader of barcodes is a compiled program, which this allows to start; no text becomes code by it
      scriptSrc: ["'self'", "'wasm-unsafe-eval'", ...stripe],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'", ...stripe],
      workerSrc: ["'self'", 'blob:'],
      frameSrc: stripe.length > 0 ? stripe : ["'none'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
    },
  }
}

/** The arrival time before anything may queue, an id for the log, and the reader's language. */
const stamp = (app: App): RequestHandler => {
  return (req, res, next) => {
    req.receivedAt = arrivalOf(app, req)
    req.requestId = req.header('x-request-id')?.match(/^[\w-]{8,64}$/)?.[0] ?? randomUUID()
    req.locale = localeOf(cookieOf(req, 'lang') ?? req.acceptsLanguages([...LOCALES, 'zh']) ?? '')
    res.setHeader('x-request-id', req.requestId)
    next()
  }
}

/** Now, or when it came first, for a request that was turned away in a crowd and comes again. */
function arrivalOf(app: App, req: Request): Date {
  const now = app.now()
  const note = req.header(ARRIVAL)
  if (!note) return now
  return firstArrival({ secret: app.config.JWT_SECRET, key: req.header('idempotency-key') ?? '' }, note, now) ?? now
}

const localeOf = (wanted: string | false): Locale => (wanted === 'en' ? 'en' : 'zh-CN')
