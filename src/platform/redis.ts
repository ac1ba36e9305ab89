import { Redis } from 'ioredis'
import type { Config } from './config'

export type { Redis }

/** Redis for workers waits as long as it takes; for everybody else it fails at once. */
export const openRedis = (config: Config, patience: 'worker' | 'producer'): Redis =>
  new Redis(config.REDIS_URL, {
    maxRetriesPerRequest: patience === 'worker' ? null : 1,
    enableOfflineQueue: patience === 'worker',
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  })
