import type { Express, NextFunction, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal'
import type { Locale } from '../kernel/text'
import type { App } from '../platform/app'
import { type Answer, once } from '../platform/idempotency'
import type { Streams } from '../platform/realtime'
import { type Caller, mayEnter } from './caller'
import type { Endpoint } from './endpoint'
import { InvalidInput } from './errors'
import { FileAnswer } from './shapes'
import { unstorableIn } from './storable'
import { sendStream } from './stream'

/** What a handler is given, checked. Inside an idempotent operation `app.db` is its transaction. */
export interface Call<E extends Endpoint> {
  readonly app: App
  readonly caller: Caller
  readonly params: z.output<NonNullable<E['params']>>
  readonly query: z.output<NonNullable<E['query']>>
  readonly body: z.output<NonNullable<E['body']>>
  readonly receivedAt: Date
  readonly locale: Locale
  readonly res: Response
}

/** One operation and what answers it. */
export interface Route {
  readonly endpoint: Endpoint
  readonly handle: (app: App, streams: Streams, req: Request, res: Response) => Promise<void>
}

const NOBODY: Caller = { personId: '', name: '', memberships: [] }

/**
 * Binds an operation to the function that answers it. A refusal that is thrown undoes the work; one that is *returned*
 * lets it stand, as the count of wrong codes must.
 */
export const serve = <E extends Endpoint>(
  endpoint: E,
  answer: (call: Call<E>) => Promise<z.input<E['answer']> | Refusal>,
): Route => ({
  endpoint,
  handle: async (app, _streams, req, res) => {
    const input = read(endpoint, req)
    const run = async (within: App): Promise<Answer> => {
      const call = {
        ...input,
        app: within,
        caller: req.caller ?? NOBODY,
        receivedAt: req.receivedAt,
        locale: req.locale,
        res,
      }
      // read() checked the three parts against this endpoint's own schemas
      const body = await answer(call as Call<E>)
      if (body instanceof Refusal) return refused(body)
      return { status: endpoint.status ?? 200, body: checked(app, endpoint, body) }
    }
    if (endpoint.file) return sendFile(res, endpoint.file, await run(app))
    const { status, body } = endpoint.idempotent ? await once(app, idempotencyOf(endpoint, req), run) : await run(app)
    if (isRefused(body)) throw new Refusal(body.refusal.code, body.refusal.params)
    if (!res.headersSent) res.status(status).json(body)
  },
})

/** Binds a stream to the topic it follows; the function refuses whoever may not watch. */
export const stream = <E extends Endpoint>(endpoint: E, topicOf: (call: Call<E>) => Promise<string>): Route => ({
  endpoint,
  handle: async (app, streams, req, res) => {
    const input = read(endpoint, req)
    const call = { ...input, app, caller: req.caller ?? NOBODY, receivedAt: req.receivedAt, locale: req.locale, res }
    sendStream(streams, await topicOf(call as Call<E>), req, res)
  },
})

/** Whoever an operation does not name stays outside. */
export const letIn = ({ who }: Endpoint): RequestHandler => {
  return (req, _res, next) =>
    next(mayEnter(req.caller, who) ? undefined : new Refusal(req.caller ? 'forbidden' : 'unauthenticated'))
}

/** Opens the routes on the server. */
export function mount(server: Express, app: App, streams: Streams, routes: readonly Route[]): void {
  for (const { endpoint, handle } of routes) {
    server[endpoint.method](endpoint.path, letIn(endpoint), (req: Request, res: Response, next: NextFunction) => {
      handle(app, streams, req, res).catch(next)
    })
  }
}

function sendFile(res: Response, type: string, { body }: Answer): void {
  if (isRefused(body)) throw new Refusal(body.refusal.code, body.refusal.params)
  const { name, content, mediaType = type } = FileAnswer.parse(body)
  res.setHeader('content-disposition', `inline; filename="${name}"`)
  res.type(mediaType).send(typeof content === 'string' ? content : Buffer.from(content))
}

function read(endpoint: Endpoint, req: Request) {
  const parts = { params: req.params, query: req.query, body: req.body }
  const issues: z.core.$ZodIssue[] = []
  const part = (name: keyof typeof parts): unknown => {
    const schema = endpoint[name]
    if (!schema) return undefined
    const unstorable = unstorableIn(parts[name], [name])
    if (unstorable) issues.push({ code: 'custom', path: [...unstorable], message: 'cannot be stored' })
    const parsed = schema.safeParse(parts[name])
    if (parsed.success) return parsed.data
    issues.push(...parsed.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] })))
    return undefined
  }
  const input = { params: part('params'), query: part('query'), body: part('body') }
  if (issues.length > 0) throw new InvalidInput(issues)
  return input
}

const Key = z.string().min(8).max(255)

function idempotencyOf(endpoint: Endpoint, req: Request) {
  const key = Key.safeParse(req.header('idempotency-key'))
  if (!key.success) throw new Refusal('idempotency_key_required')
  const { params, body } = req
  return {
    scope: req.caller?.personId ?? req.ip ?? '',
    route: `${endpoint.method} ${endpoint.path}`,
    key: key.data,
    body: { params, body },
  }
}

/** The contract binds the handler too: outside production an answer that breaks it is a fault; unknown fields never leave. */
function checked(app: App, endpoint: Endpoint, body: unknown): unknown {
  if (app.config.NODE_ENV === 'production') return body
  return endpoint.answer.parse(body)
}

const refused = ({ status, code, params }: Refusal): Answer => ({ status, body: { refusal: { code, params } } })

type Refused = { refusal: { code: Refusal['code']; params: Refusal['params'] } }
const isRefused = (body: unknown): body is Refused => typeof body === 'object' && body !== null && 'refusal' in body
