import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { approvalRoutes } from '../../../src/http/company/approvals/routes'
import { employerRoutes } from '../../../src/http/store/employer/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { memberships } from '../../../src/people/schema'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor, staff } from '../../support/door'
import { BEFORE, CUTOFF, offerOf, raise } from '../ordering/neighbourhood'
import { employee, found, orderAs, pay, placeQuoted, quoteOf } from './company'

const ROUNDS = 50

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let admins: ReturnType<typeof caller>[]
let dayId: string

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 5_000 })
  await found(app)
  await pay(app)
  door = await openDoor(app, [...storeRoutes(openPayments(app.config)), ...employerRoutes, ...approvalRoutes])
  admins = await Promise.all([0, 1].map(async () => caller(door.url, await staff(app, 'company_admin', 'op', 'cmp'))))
  const { rows } = await app.db.execute<{ id: string }>(sql`
    select menu_day_id as id from catalogue.offers where id = ${offerOf('k1', 'rice')}`)
  dayId = rows[0]?.id ?? ''
})

afterEach(async () => {
  await door.close()
  await app.close()
})

type Me = Awaited<ReturnType<typeof employee>>

/** An employee with the role the door asks for. */
async function worker(): Promise<Me> {
  const me = await employee(app, door.url)
  await app.db.insert(memberships).values({ personId: me.personId, role: 'employee', operatorId: 'op', scopeId: 'cmp' })
  return me
}

const ask = async (me: Me, given: Record<string, unknown> = {}) => {
  const guests = { kind: 'guests', guests: 2, menuDayId: dayId, amountMinor: 3_600, reason: 'Two visitors' }
  const { status, body } = await me.post('/api/store/approvals', { ...guests, ...given })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.approvals[0].approvalId as string
}
const decide = (who: ReturnType<typeof caller> | undefined, id: string, decision: object) =>
  (who as ReturnType<typeof caller>).post(`/api/company/approvals/${id}/decision`, decision)
const yes = { decision: 'approve', reason: 'Welcome' }
const paidBy = (body: { payers: { kind: string; amountMinor: number }[] }, kind: string) =>
  body.payers.filter((payer) => payer.kind === kind).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
const three = { items: [{ offerId: offerOf('k1', 'rice'), quantity: 3 }] }

describe('approval of guest meals and of more than the limit', () => {
  it('pays up to what was approved, after the allowance and before the person, and gives it back on cancelling', async () => {
    const me = await worker()
    expect((await quoteOf(me, [], three)).body.dueMinor).toBe(2_900)
    const id = await ask(me)
    expect((await quoteOf(me, [], three)).body.dueMinor).toBe(2_900)
    const decided = await decide(admins[0], id, { ...yes, amountMinor: 2_000 })
    expect(decided.body.approvals).toMatchObject([
      { status: 'approved', approvedMinor: 2_000, name: '林夏', guests: 2 },
    ])
    const placed = await orderAs(me, [], three)
    expect([paidBy(placed.body, 'allowance'), paidBy(placed.body, 'approval'), placed.body.dueMinor]).toEqual([
      2_500, 2_000, 900,
    ])
    expect((await quoteOf(me, ['soup'])).body.dueMinor).toBe(1_000)
    await me.post(`/api/store/orders/${placed.body.id}/cancellation`)
    const own = await me.get('/api/store/approvals')
    expect(own.body.approvals).toMatchObject([{ usedMinor: 0, approvedMinor: 2_000, decisionReason: 'Welcome' }])
    const again = await orderAs(me, [], { ...three, payWith: 'company' })
    expect(paidBy(again.body, 'approval')).toBe(2_000)
    expect(await auditLedger(app)).toEqual([])
  })

  it('counts for its own menu day only, and a declined or unanswered one pays nothing', async () => {
    const me = await worker()
    const id = await ask(me, { kind: 'over_limit', guests: undefined, amountMinor: 5_000 })
    await decide(admins[0], id, yes)
    const other = await quoteOf(me, [], {
      items: [{ offerId: offerOf('k1', 'rice', 'lunch', '2026-11-03'), quantity: 3 }],
    })
    expect(other.body.dueMinor).toBe(2_900)
    const second = await worker()
    await decide(admins[0], await ask(second), { decision: 'decline', reason: 'No visitors that day' })
    expect((await quoteOf(second, [], three)).body.dueMinor).toBe(2_900)
    const { body } = await second.get('/api/store/approvals')
    expect(body.approvals).toMatchObject([{ status: 'declined', decisionReason: 'No visitors that day' }])
  })

  it('expires at the cut-off: nobody asks or decides after it', async () => {
    const me = await worker()
    const id = await ask(me)
    app.setNow(CUTOFF)
    expect((await decide(admins[0], id, yes)).body.error.code).toBe('approval_expired')
    expect((await me.get('/api/store/approvals')).body.approvals).toMatchObject([{ status: 'expired' }])
    const late = await me.post('/api/store/approvals', {
      kind: 'over_limit',
      menuDayId: dayId,
      amountMinor: 100,
      reason: 'late',
    })
    expect(late.body.error.code).toBe('approval_expired')
  })

  it('is decided by an administrator or the owner of the cost centre, never by who asks or by another company', async () => {
    const [me, owner] = [await worker(), await worker()]
    const id = await ask(me)
    expect((await decide(owner, id, yes)).status).toBe(404)
    await app.db.execute(sql`update funding.cost_centres set owner_id = ${owner.personId} where id = 'cmp_rd'`)
    await found(app, 'other')
    const rival = caller(door.url, await staff(app, 'company_admin', 'op', 'other'))
    expect((await decide(rival, id, yes)).status).toBe(404)
    expect((await rival.get('/api/company/approvals')).body.approvals).toEqual([])
    expect((await decide(owner, await ask(owner), yes)).body.error.code).toBe('own_approval')
    expect((await decide(owner, id, yes)).status).toBe(200)
    expect((await me.post(`/api/store/approvals/${id}/withdrawal`)).body.error.code).toBe('approval_decided')
  })

  it('is decided once and used once, whoever races, in fifty rounds', async () => {
    await app.db.execute(sql`delete from funding.allowance_rules`)
    for (let round = 0; round < ROUNDS; round++) {
      const me = await worker()
      const id = await ask(me, { amountMinor: 1_800 })
      const no = { decision: 'decline', reason: 'No' }
      const decided = await Promise.all([
        decide(admins[0], id, yes),
        decide(admins[1], id, no),
        decide(admins[1], id, yes),
      ])
      expect(decided.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { status, body } of decided) if (status !== 200) expect(body.error.code).toBe('approval_decided')
      await app.db.execute(
        sql`update funding.approvals set status = 'approved', approved_minor = 1800 where id = ${id}`,
      )
      const { body: quote } = await quoteOf(me, ['rice'])
      expect(quote.dueMinor).toBe(0)
      const placed = await Promise.all([0, 1, 2].map(() => placeQuoted(me, quote, ['rice'])))
      expect(placed.filter(({ status }) => status === 201)).toHaveLength(1)
      for (const { status, body } of placed) if (status !== 201) expect(body.error.code).toBe('quote_changed')
    }
    expect(await auditLedger(app)).toEqual([])
  }, 120_000)
})
