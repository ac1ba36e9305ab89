import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDemoAccounts } from '../../../src/people/demo-accounts'
import { run } from '../../../src/scripts/up/commands'
import { type TestApp, testApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'

let app: TestApp

beforeAll(async () => {
  app = await testApp({ template: 'city', env: { DEMO: 'true' } })
})

afterAll(() => app.close())

const count = async (query: ReturnType<typeof sql>) =>
  Number((await app.db.execute<{ count: string }>(query)).rows[0]?.count)

const seed = (env: Readonly<Record<string, string>> = {}) =>
  run([process.execPath, '--import', 'tsx', 'src/scripts/seed.ts'], {
    env: { ...process.env, ...testEnvironment({ DATABASE_URL: app.config.DATABASE_URL, ...env }) },
  })

describe('the seed', () => {
  it('makes everything sellable a product of Medusa with the price we start from', async () => {
    expect(await count(sql`select count(*) from catalogue.dishes`)).toBe(171)
    const linked = sql`select count(*) from catalogue.dishes d
      join public.product p on p.id = d.product_id and p.external_id = d.id
      join public.product_variant v on v.id = d.variant_id and v.sku = d.id
      join public.product_variant_price_set s on s.variant_id = v.id
      join public.price r on r.price_set_id = s.price_set_id and r.currency_code = 'cny'
      where r.amount * 100 = d.price_minor`
    expect(await count(linked)).toBe(171)
  })

  it('gives each tenant a sales channel and each person who orders a customer', async () => {
    expect(
      await count(
        sql`select count(*) from places.operators o join public.sales_channel c on c.id = o.sales_channel_id`,
      ),
    ).toBe(2)
    expect(await count(sql`select count(*) from people.persons p join public.customer c on c.id = p.customer_id`)).toBe(
      1200 + 4,
    )
  })

  it('shows one demo account a role, the plainest', async () => {
    const accounts = await listDemoAccounts(app)
    expect(Object.fromEntries(accounts.map(({ role, email }) => [role, email]))).toEqual({
      resident: 'resident@linli.example',
      employee: 'employee@linli.example',
      company_admin: 'company@linli.example',
      kitchen: 'kitchen@linli.example',
      courier: 'courier1@linli.example',
      dispatcher: 'dispatcher@linli.example',
      till: 'till@linli.example',
      procurement: 'procurement@linli.example',
      supplier: 'supplier@linli.example',
      operator: 'operator@linli.example',
      provider: 'provider@linli.example',
    })
  })

  it('does nothing where a city stands, and nothing at all in production', async () => {
    const before = await count(sql`select count(*) from catalogue.offers`)
    expect(await seed()).toMatch(/^\d\.\d s {2}the city stands\n$/)
    expect(await count(sql`select count(*) from catalogue.offers`)).toBe(before)
    await expect(seed({ NODE_ENV: 'production', LOCAL_PAYMENTS: 'true' })).rejects.toThrow(
      'the demo city is not for production',
    )
  })
})
