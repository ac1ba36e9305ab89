import type { Express, RequestHandler } from 'express'
import { Refusal } from '../../kernel/refusal'
import type { Config } from '../../platform/config'
import type { Redis } from '../../platform/redis'
import { mayEnter } from '../caller'

const PATH = '/ops/queues'

/** Bull Board: failed jobs are seen and replayed here. Operators only; its libraries are loaded when the first one looks. */
export function mountQueueBoard(server: Express, config: Config, redis: Redis): void {
  let board: Promise<RequestHandler> | undefined
  server.use(
    PATH,
    (req, _res, next) => {
      if (mayEnter(req.caller, ['operator'])) return next()
      return next(new Refusal(req.caller ? 'forbidden' : 'unauthenticated'))
    },
    withoutFonts,
    (req, res, next) => {
      // what is imported on demand is found by its full name
      board ??= import('./open-queue-board.js').then(({ openQueueBoard }) => openQueueBoard(config, redis, PATH))
      board.then((show) => show(req, res, next), next)
    },
  )
}

const FONT_LINK = /<link href="https:\/\/[^"]*" rel="stylesheet">/g

/** The board's page would ask another host for its type; our policy refuses that, and so the page need not try. */
const withoutFonts: RequestHandler = (_req, res, next) => {
  const send = res.send.bind(res)
  res.send = (body: unknown) => send(typeof body === 'string' ? body.replace(FONT_LINK, '') : body)
  next()
}
