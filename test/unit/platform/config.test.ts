import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../../src/platform/config'

const good = {
  DATABASE_URL: 'postgres://linli@127.0.0.1:5432/linli',
  REDIS_URL: 'redis://127.0.0.1:6379',
  JWT_SECRET: 'a-secret-of-twenty-four-chars',
  COOKIE_SECRET: 'b-secret-of-twenty-four-chars',
  COMMERCE_SECRET: 'c-secret-of-twenty-four-chars',
}
const problem = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
}

describe('configuration', () => {
  it('takes what is needed and fills in the rest', () => {
    expect(readConfig({ ...good, STRIPE_SECRET_KEY: '' })).toMatchObject({
      PORT: 4_000,
      DEMO: false,
      QUEUE_PREFIX: 'linli',
    })
  })

  it('names every variable that is missing or wrong at once', () => {
    const message = problem({ ...good, DATABASE_URL: 'mysql://x', JWT_SECRET: undefined, PORT: 'many' })
    for (const name of ['DATABASE_URL', 'JWT_SECRET', 'PORT']) expect(message).toContain(name)
  })

  it('accepts no short or well-known secret', () => {
    expect(problem({ ...good, JWT_SECRET: 'supersecret' })).toContain('JWT_SECRET')
    expect(problem({ ...good, COMMERCE_SECRET: 'short' })).toContain('COMMERCE_SECRET')
  })

  it('lets nobody press "pay" for nothing in production, unless somebody says so', () => {
    expect(problem({ ...good, NODE_ENV: 'production' })).toContain('STRIPE_SECRET_KEY')
    expect(readConfig({ ...good, NODE_ENV: 'production', LOCAL_PAYMENTS: 'true' }).LOCAL_PAYMENTS).toBe(true)
  })

  it('keeps demo tools out of production and Stripe from being half set up', () => {
    expect(problem({ ...good, DEMO: '1', NODE_ENV: 'production' })).toContain('DEMO')
    expect(problem({ ...good, STRIPE_SECRET_KEY: 'sk_test_1' })).toContain('STRIPE_WEBHOOK_SECRET')
  })
})
