import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { dishes } from '../../../src/catalogue/schema/dishes'
import { dish, medusaForFile, OPERATORS, until } from './medusa'

const medusa = medusaForFile()
const names = { zh: '豆腐煲', en: 'Tofu pot' }

describe('setting up the store', () => {
  it('answers the same ids however often and at the same time it is asked', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => medusa.commerce.setup({ operators: OPERATORS })))
    const [first] = answers
    for (const answer of answers) expect(answer).toEqual(first)
    expect(Object.keys(first?.salesChannels ?? {}).sort()).toEqual(['op_bridge', 'op_lamp'])
    expect(first?.categories).toMatchObject({ eat: expect.any(String), travel: expect.any(String) })
    expect(Object.keys(first?.taxTypes ?? {})).toEqual(['600', '900', '1300'])
    const { rows } = await medusa.app.pool.query('select count(*)::int as n from region')
    expect(rows).toEqual([{ n: 1 }])
  })

  it('adds categories below those of the shop', async () => {
    const { categories } = await medusa.commerce.setup({
      operators: [],
      categories: [{ handle: 'noodles', name: { zh: '面点', en: 'Noodles' }, parent: 'community_meals' }],
    })
    const { rows } = await medusa.app.pool.query(
      'select parent_category_id as parent from product_category where id = $1',
      [categories['noodles']],
    )
    expect(rows).toEqual([{ parent: categories['community_meals'] }])
  })

  it('refuses a product of a tenant without a sales channel', () =>
    expect(medusa.commerce.upsertProducts([dish('dish_stray', { operatorId: 'op_nobody' })])).rejects.toThrow(/400/))
})

describe('publishing dishes', () => {
  it('makes each dish once, brings its texts up to date and leaves its price to Medusa', async () => {
    const menu = Array.from({ length: 60 }, (_, i) =>
      dish(`dish_${i}`, { operatorId: i % 2 ? 'op_bridge' : 'op_lamp' }),
    )
    const first = await medusa.commerce.upsertProducts(menu)
    expect(new Set(Object.values(first).map(({ variantId }) => variantId)).size).toBe(60)

    const changed = menu.map((one) => ({ ...one, title: { zh: '新菜', en: 'New' }, priceMinor: 1 }))
    expect(await medusa.commerce.upsertProducts(changed)).toEqual(first)
    const { rows } = await medusa.app.pool.query(
      `select distinct title, metadata->>'en' as en from product where external_id like 'dish_%'`,
    )
    expect(rows).toEqual([{ title: '新菜', en: 'New' }])
    const { dish_0 } = first
    expect(await medusa.commerce.prices({ variantIds: [dish_0?.variantId ?? ''] })).toMatchObject([
      { priceMinor: 1850, baseMinor: 1850, currency: 'cny' },
    ])
  })
})

describe('prices', () => {
  let variantId = ''
  const offered = async () => {
    const [row] = await medusa.app.db.select().from(dishes).where(eq(dishes.id, 'dish_priced'))
    return row?.priceMinor
  }
  const follows = (priceMinor: number) =>
    until(`the offer costs ${priceMinor}`, async () => (await offered()) === priceMinor, 5_000)

  beforeAll(async () => {
    await medusa.commerce.setup({ operators: OPERATORS })
    const made = await medusa.commerce.upsertProducts([dish('dish_priced')])
    variantId = made['dish_priced']?.variantId ?? ''
    await medusa.app.db.insert(dishes).values({
      id: 'dish_priced',
      operatorId: 'op_bridge',
      kind: 'meal',
      name: names,
      description: names,
      category: 'community_meals',
      tags: [],
      art: 'tofu',
      priceMinor: 1850,
      taxBps: 600,
      variantId,
    })
  })

  it('reach the offers within 5 s when they change in Medusa', async () => {
    await medusa.commerce.setPrices([{ variantId, priceMinor: 2090 }])
    expect(await follows(2090)).toBeLessThan(5_000)
  })

  it('are found by when they changed', async () => {
    const since = new Date(Date.now() - 1_000)
    await medusa.commerce.setPrices([{ variantId, priceMinor: 2110 }])
    const repriced = await medusa.commerce.prices({ updatedSince: since })
    expect(repriced).toContainEqual({ variantId, currency: 'cny', priceMinor: 2110, baseMinor: 2110, lists: [] })
  })

  it('reach the offers even when no event tells of them', async () => {
    await medusa.app.pool.query(
      `update price set amount = 23.45, raw_amount = '{"value": "23.45", "precision": 20}', updated_at = now()
       where price_set_id = (select price_set_id from product_variant_price_set where variant_id = $1)`,
      [variantId],
    )
    expect(await follows(2345)).toBeLessThan(5_000)
  })

  it('follow a price list while it is in force', async () => {
    await medusa.app.db.execute(sql`
      insert into price_list (id, title, description, status, type, rules_count)
      values ('plist_test', '晚市', '晚市', 'active', 'sale', 0)`)
    await medusa.app.db.execute(sql`
      insert into price (id, price_set_id, price_list_id, currency_code, amount, raw_amount, rules_count)
      select 'price_test', price_set_id, 'plist_test', 'cny', 15, '{"value": "15", "precision": 20}', 0
      from product_variant_price_set where variant_id = ${variantId}`)
    await follows(1500)
    expect(await medusa.commerce.prices({ variantIds: [variantId] })).toEqual([
      {
        variantId,
        currency: 'cny',
        priceMinor: 1500,
        baseMinor: 2345,
        lists: [{ priceListId: 'plist_test', priceMinor: 1500 }],
      },
    ])
    await medusa.app.db.execute(
      sql`update price_list set ends_at = now() + interval '1 second' where id = 'plist_test'`,
    )
    await until('the evening price ends', async () => (await offered()) === 2345, 6_000)
  })
})
