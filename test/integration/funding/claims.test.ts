import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimFile } from '../../../src/funding/claims/claim-file'
import { listClaims } from '../../../src/funding/claims/due-lines'
import { issueClaim } from '../../../src/funding/claims/issue-claim'
import { addDays } from '../../../src/kernel/time'
import { type TestApp, testApp } from '../../support/app'
import { contract, enrol, OPERATOR, quoteLunch, refund, row, take } from './seniors'

const SITES = new Map(['site_c1', 'site_c2'].map((id) => [id, { name: `食堂 ${id}`, zone: 'Asia/Shanghai' }] as const))
const PUTUO = {
  operatorId: OPERATOR,
  schemeId: 'cn-sh-putuo-2025',
  funder: 'district',
  issuedBy: 'per_clerk',
  sites: SITES,
}
const BEIJING = { ...PUTUO, schemeId: 'cn-bj-2022', funder: 'city' }
const DAYS = 25
const SENIORS = 40

describe('claims', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await testApp()
    await contract(app)
    app.setNow(new Date('2026-11-30T02:00:00Z'))
  })
  afterAll(() => app?.close())

  it('S3 claims 997 of 1,000 meals after 3 refunds, as the grant ledger says, and writes the same bytes again', {
    timeout: 120_000,
  }, async () => {
    const seniors = await enrol(
      app,
      Array.from({ length: SENIORS }, (_, i) => row(i + 2)),
    )
    const meals: Awaited<ReturnType<typeof take>>[] = []
    for (let day = 0; day < DAYS; day += 1) {
      const eaten = await Promise.all(
        seniors.map(async ({ personId }, i) => {
          const lunch = { personId, siteId: i % 2 ? 'site_c1' : 'site_c2', day: addDays('2026-11-01', day) }
          return take(app, await quoteLunch(app, lunch), lunch)
        }),
      )
      meals.push(...eaten)
    }
    expect(meals).toHaveLength(1_000)
    await Promise.all(meals.slice(0, 3).map((meal) => refund(app, meal)))

    await expect(issueClaim(app, { ...PUTUO, month: '2026-11' })).rejects.toMatchObject({ code: 'month_not_over' })
    app.setNow(new Date('2026-12-01T02:00:00Z'))
    const issued = await Promise.all([1, 2, 3].map(() => issueClaim(app, { ...PUTUO, month: '2026-11' })))
    expect(new Set(issued).size).toBe(1)
    const [claimId = ''] = issued
    const file = await claimFile(app, claimId, 'csv')
    const [heading, ...lines] = String(file.content).trim().split('\r\n')
    expect(heading).toContain('person,site,time,service_date')
    expect(lines).toHaveLength(997)
    expect(lines[0]).toMatch(
      /^1,meal,P-[\w-]{14},食堂 site_c\d,2026-11-30 10:00:00\+08:00,2026-11-01,lunch,dine_in,17\.00,C,3\.00,CNY,cn-sh-putuo-2025,1$/,
    )
    const { rows } = await app.db.execute<{ owed: string }>(sql`
      select sum(amount_minor - returned_minor)::text as owed from funding.reservations
      where account = 'receivable:funder:cn-sh-putuo-2025:district' and status = 'confirmed'`)
    expect(await listClaims(app, OPERATOR, '2026-11')).toMatchObject([
      { claimId, lines: 997, amountMinor: Number(rows[0]?.owed) },
    ])
    expect(Number(rows[0]?.owed)).toBe(997 * 300)

    // money that goes back after the claim is reversed in the next one; the first stays as it was sent
    const [, , , later] = meals
    if (!later) throw new Error('no meal')
    await refund(app, later)
    expect((await claimFile(app, claimId, 'csv')).content).toBe(file.content)
    const workbooks = [await claimFile(app, claimId, 'xlsx'), await claimFile(app, claimId, 'xlsx')]
    expect(workbooks[0]?.content).toEqual(workbooks[1]?.content)
    app.setNow(new Date('2027-01-02T02:00:00Z'))
    const next = await claimFile(app, await issueClaim(app, { ...PUTUO, month: '2026-12' }), 'csv')
    const reversed = String(next.content).trim().split('\r\n').slice(1)
    expect(reversed).toHaveLength(1)
    expect(reversed[0]).toMatch(/^1,reversal,.*,-3\.00,CNY/)
  })

  it('S3 claims what the operator gets for serving somebody once a day, and books it with the claim', async () => {
    await contract(app, [], ['cn-bj-2022'])
    const tags = [{ tag: 'basic_elderly_care', from: '2026-01-01', to: null }]
    const [one] = await enrol(app, [row(900, { facts: { birth: '1950-01-01', tags }, schemes: [] })])
    const lunch = { personId: one?.personId ?? '', siteId: 'site_c1', foodMinor: 1_800, day: '2026-12-03' }
    await take(app, await quoteLunch(app, lunch), lunch)
    const claimId = await issueClaim(app, { ...BEIJING, month: '2026-12' })
    expect(
      String((await claimFile(app, claimId, 'csv')).content).match(/,(meal|op),[58]\.00|,(meal|op),3\.00/g),
    ).toEqual([',meal,5.00', ',op,3.00'])
    const { rows } = await app.db.execute(sql`
      select e.account, e.amount_minor::int as minor from funding.ledger_entries e
      join funding.ledger_transactions t on t.id = e.transaction_id where t.ref = ${`claim:${claimId}`} order by 1`)
    expect(rows).toEqual([
      { account: 'receivable:funder:cn-bj-2022:city', minor: 300 },
      { account: 'revenue:operator_grants', minor: -300 },
    ])
  })
})
