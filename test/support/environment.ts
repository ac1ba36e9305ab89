import { inject } from 'vitest'
import { type Config, readConfig } from '../../src/platform/config'
import type { FreshDatabase } from './database'

/** The environment of a Linli process in a test, as variables. */
export function testEnvironment(overrides: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { postgres, redis, secrets } = inject('servers')
  return {
    NODE_ENV: 'test',
    DATABASE_URL: postgres,
    REDIS_URL: redis,
    PORT: '0',
    JWT_SECRET: secrets.jwt,
    COOKIE_SECRET: secrets.cookie,
    COMMERCE_SECRET: secrets.commerce,
    LOG_LEVEL: 'silent',
    ...overrides,
  }
}

/** The configuration for that environment; `database` from freshDatabase() puts it on ground of its own. */
export const testConfig = (overrides: Readonly<Record<string, string>> = {}, database?: FreshDatabase): Config =>
  readConfig(testEnvironment({ ...(database ? groundOf(database) : {}), ...overrides }))

/** The variables that point a process at that database, its Redis database and its queues. */
export const groundOf = ({ url, redisUrl, queuePrefix }: FreshDatabase) => ({
  DATABASE_URL: url,
  REDIS_URL: redisUrl,
  QUEUE_PREFIX: queuePrefix,
})
