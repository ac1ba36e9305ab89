import type { FreshDatabase } from './fresh-database'
import type { TestServers } from './test-servers'

export type Variables = Readonly<Record<string, string>>

/** The environment of a Linli process in a test, as variables. */
export const environmentOn = ({ postgres, redis, secrets }: TestServers, overrides: Variables = {}): Variables => ({
  NODE_ENV: 'test',
  DATABASE_URL: postgres,
  REDIS_URL: redis,
  PORT: '0',
  JWT_SECRET: secrets.jwt,
  COOKIE_SECRET: secrets.cookie,
  COMMERCE_SECRET: secrets.commerce,
  LOG_LEVEL: 'silent',
  ...overrides,
})

/** The variables that point a process at that database, its Redis database and its queues. */
export const groundOf = ({ url, redisUrl, queuePrefix }: FreshDatabase): Variables => ({
  DATABASE_URL: url,
  REDIS_URL: redisUrl,
  QUEUE_PREFIX: queuePrefix,
})
