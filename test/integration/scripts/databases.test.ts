import { expect, it } from 'vitest'
import { testApp } from '../../support/app'

it('gives every test file a database of its own, with our tables', async () => {
  const [one, other] = await Promise.all([testApp(), testApp()])
  const tables = `select count(*)::int as n from information_schema.tables where table_schema = 'ordering'`
  const { rows } = await one.pool.query<{ n: number }>(tables)
  expect(rows[0]?.n).toBeGreaterThan(0)
  expect(one.config.DATABASE_URL).not.toBe(other.config.DATABASE_URL)
  expect(one.config.REDIS_URL).not.toBe(other.config.REDIS_URL)

  one.setNow(new Date('2026-03-02T04:00:00Z'))
  expect(one.now()).toEqual(new Date('2026-03-02T04:00:00Z'))
  expect(Math.abs(other.now().getTime() - Date.now())).toBeLessThan(1_000)
  await Promise.all([one.close(), other.close()])
})
