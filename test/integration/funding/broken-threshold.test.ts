import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenGrants } from '../../../src/funding/broken-grants'
import { claimFile } from '../../../src/funding/claims/claim-file'
import { issueClaim } from '../../../src/funding/claims/issue-claim'
import { type TestApp, testApp } from '../../support/app'
import { contract, DAY, enrol, OPERATOR, quoteLunch, refund, row, take } from './seniors'

describe('a grant whose threshold broke by our fault', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await testApp()
    await contract(app)
    app.setNow(new Date('2026-11-02T04:00:00Z'))
  })
  afterAll(() => app?.close())

  it('S3 is judged by what its scheme counts, given back, and reversed in the next claim', async () => {
    const [one] = await enrol(app, [row(2)])
    const lunch = { personId: one?.personId ?? '', siteId: 'site_c1', foodMinor: 2_000, day: DAY }
    const meal = await take(app, await quoteLunch(app, lunch), lunch)
    const [grant] = meal.payers.filter(({ kind }) => kind === 'grant')
    const left = (leftMinor: number) => brokenGrants(app, meal.orderId, { beforeMinor: 2_000, leftMinor })
    // 80 and over: 15% off, so 17.70 on the menu count 15.04, 17.60 count 14.96 of the 15.00 that are asked for
    expect([await left(1_770), await left(1_760)]).toEqual([[], [grant?.seq]])

    const sites = new Map([['site_c1', { name: '食堂', zone: 'Asia/Shanghai' }] as const])
    const claim = {
      operatorId: OPERATOR,
      schemeId: 'cn-sh-putuo-2025',
      funder: 'district',
      issuedBy: 'per_clerk',
      sites,
    }
    app.setNow(new Date('2026-12-01T04:00:00Z'))
    await issueClaim(app, { ...claim, month: '2026-11' })
    await refund(app, { ...meal, payers: grant ? [grant] : [] })
    app.setNow(new Date('2027-01-04T04:00:00Z'))
    const file = await claimFile(app, await issueClaim(app, { ...claim, month: '2026-12' }), 'csv')
    expect(String(file.content)).toMatch(/1,reversal,.*,-3\.00,CNY/)
    const { rows } = await app.db.execute(
      sql`select count(*)::int as free from funding.grant_uses where released_at is not null`,
    )
    expect(rows).toEqual([{ free: 1 }])
  })
})
