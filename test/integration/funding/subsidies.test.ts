import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../support/app'
import { contract, DAY, enrol, quoteLunch, refund, row, take } from './seniors'

const FIFTH = {
  id: 'cn-cq-xiangjia',
  currency: 'CNY',
  source: 'China Daily 2023-07-15',
  eligibleServiceModes: ['dine_in', 'takeaway'],
  grants: [
    {
      id: 'low-income',
      funder: 'street',
      minAge: 60,
      requires: ['low_income'],
      minSpend: 700,
      amount: 700,
      cap: { per: 'person_day', times: 1 },
    },
  ],
}

describe('subsidies at the canteens', () => {
  let app: TestApp
  let line = 100

  beforeAll(async () => {
    app = await testApp()
    await contract(app)
  })
  afterAll(() => app?.close())

  const senior = async () => {
    const [one] = await enrol(app, [row((line += 1))])
    if (!one) throw new Error('nobody was enrolled')
    return one
  }
  const given = (quote: Awaited<ReturnType<typeof quoteLunch>>, kind: string) =>
    quote.payers.filter((payer) => payer.kind === kind).reduce((sum, { amountMinor }) => sum + amountMinor, 0)

  it('S2 gives today’s grant once, whatever canteens ask at the same moment, and again after a full refund', {
    timeout: 120_000,
  }, async () => {
    for (let round = 0; round < 50; round += 1) {
      const { personId } = await senior()
      const at = (siteId: string) => ({ personId, siteId })
      // all three quote before anybody has taken it
      const quotes = await Promise.all(['site_c1', 'site_c2', 'site_c3'].map((site) => quoteLunch(app, at(site))))
      expect(quotes.map((quote) => given(quote, 'grant'))).toEqual([300, 300, 300])
      const [first, ...late] = quotes
      if (!first) throw new Error('no quote')
      const taken = await take(app, first, at('site_c1'))
      const refused = await Promise.allSettled(late.map((quote, i) => take(app, quote, at(`site_c${i + 2}`))))
      expect(refused.map((each) => each.status === 'rejected' && each.reason.code)).toEqual([
        'grant_used',
        'grant_used',
      ])
      expect(given(await quoteLunch(app, at('site_c2')), 'grant')).toBe(0)

      await refund(app, taken)
      const again = await Promise.allSettled(late.map((quote, i) => take(app, quote, at(`site_c${i + 2}`))))
      expect(again.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
    const { rows } = await app.db.execute(sql`
      select pseudonym from funding.grant_uses where released_at is null group by pseudonym, service_date having count(*) <> 1`)
    expect(rows).toEqual([])
  })

  it('S1 takes a fifth scheme by data alone', async () => {
    await contract(app, [FIFTH], [FIFTH.id])
    const [one] = await enrol(app, [
      row((line += 1), {
        facts: { birth: '1950-05-05', tags: [{ tag: 'low_income', from: '2026-01-01', to: '2026-12-31' }] },
        schemes: [],
      }),
    ])
    const lunch = { personId: one?.personId ?? '', siteId: 'site_c1', foodMinor: 1_200 }
    expect((await quoteLunch(app, lunch)).unpaidMinor).toBe(500)
    // the tag has ended
    expect((await quoteLunch(app, { ...lunch, day: '2027-01-04' })).unpaidMinor).toBe(1_200)
  })

  it('R5 weighs grants anew when the way of eating changes', async () => {
    const { personId } = await senior()
    const lunch = { personId, siteId: 'site_c1', foodMinor: 2_000 }
    expect((await quoteLunch(app, lunch)).unpaidMinor).toBe(1_400)
    const brought = await quoteLunch(app, { ...lunch, mode: 'delivery', feeMinor: 200 })
    expect(brought.unpaidMinor).toBe(1_900)
    expect(brought.payers.map(({ reason }) => reason.code)).toContain('grant_mode')
  })

  it('gives nothing to somebody who is in no register', async () => {
    const quote = await quoteLunch(app, { personId: 'per_stranger', siteId: 'site_c1', day: DAY })
    expect([quote.payers, quote.unpaidMinor]).toEqual([[], 2_000])
  })
})
