import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/platform/config'
import { envExample, variables } from '../../../src/scripts/up/variables'

describe('.env.example', () => {
  it('says what the schema says (else: npm run env)', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample())
  })

  it('leaves open exactly what Linli does not start without', () => {
    const open = envExample().match(/^[A-Z_]+(?==)/gm)
    expect(open).toEqual(['DATABASE_URL', 'REDIS_URL', 'JWT_SECRET', 'COOKIE_SECRET', 'COMMERCE_SECRET'])
  })

  it('describes every variable', () => {
    expect(variables().filter(({ about }) => !about)).toEqual([])
  })
})

describe('a bad configuration', () => {
  const good = {
    DATABASE_URL: 'postgres://localhost/linli',
    REDIS_URL: 'redis://localhost',
    JWT_SECRET: 'j'.repeat(24),
    COOKIE_SECRET: 'c'.repeat(24),
    COMMERCE_SECRET: 's'.repeat(24),
  }

  it('is refused with every variable that is missing or wrong, one a line', () => {
    const { JWT_SECRET: _, ...rest } = good
    expect(() => readConfig({ ...rest, PORT: 'many', REDIS_URL: '', STRIPE_SECRET_KEY: 'sk_test_1' })).toThrow(
      /environment variables:\n {2}REDIS_URL: .*\n {2}PORT: .*\n {2}JWT_SECRET: /,
    )
    expect(() => readConfig({ ...good, STRIPE_SECRET_KEY: 'sk_test_1' })).toThrow('STRIPE_WEBHOOK_SECRET')
  })

  it('never takes a default secret', () => {
    for (const secret of ['supersecret', 'changeme', 'too-short']) {
      expect(() => readConfig({ ...good, JWT_SECRET: secret })).toThrow('JWT_SECRET')
    }
  })

  it('never runs a demo in production', () => {
    const production = { ...good, NODE_ENV: 'production', LOCAL_PAYMENTS: 'true' }
    expect(() => readConfig({ ...production, DEMO: 'true' })).toThrow('DEMO')
    expect(readConfig(production).DEMO).toBe(false)
  })
})
