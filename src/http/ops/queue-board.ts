import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { ExpressAdapter } from '@bull-board/express'
import type { Express, RequestHandler } from 'express'
import { Refusal } from '../../kernel/refusal'
import { QUEUES } from '../../platform/queue-names'
import type { Queues } from '../../platform/queue'
import { mayEnter } from '../caller'

const PATH = '/ops/queues'

/** Bull Board: failed jobs are seen and replayed here. Operators only. */
export function mountQueueBoard(server: Express, queues: Queues): void {
  const board = new ExpressAdapter()
  board.setBasePath(PATH)
  createBullBoard({ queues: QUEUES.map((name) => new BullMQAdapter(queues.of(name))), serverAdapter: board })
  server.use(
    PATH,
    (req, _res, next) => {
      if (mayEnter(req.caller, ['operator'])) return next()
      return next(new Refusal(req.caller ? 'forbidden' : 'unauthenticated'))
    },
    withoutFonts,
    board.getRouter(),
  )
}

const FONT_LINK = /<link href="https:\/\/[^"]*" rel="stylesheet">/g

/** The board's page would ask another host for its type; our policy refuses that, and so the page need not try. */
const withoutFonts: RequestHandler = (_req, res, next) => {
  const send = res.send.bind(res)
  res.send = (body: unknown) => send(typeof body === 'string' ? body.replace(FONT_LINK, '') : body)
  next()
}
