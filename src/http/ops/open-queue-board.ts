import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { ExpressAdapter } from '@bull-board/express'
import type { RequestHandler } from 'express'
import type { Config } from '../../platform/config'
import type { Redis } from '../../platform/redis'
import { openQueues } from '../../platform/queue'
import { QUEUES } from '../../platform/queue-names'

/** The board over all queues, to be mounted at a path. */
export function openQueueBoard(config: Config, redis: Redis, path: string): RequestHandler {
  const queues = openQueues(config, redis)
  const board = new ExpressAdapter()
  board.setBasePath(path)
  createBullBoard({ queues: QUEUES.map((name) => new BullMQAdapter(queues.of(name))), serverAdapter: board })
  return board.getRouter()
}
