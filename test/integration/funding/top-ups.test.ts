import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { returnTopUp } from '../../../src/funding/purses/return-top-up'
import { settleTopUp } from '../../../src/funding/purses/settle-top-up'
import { startTopUp } from '../../../src/funding/purses/start-top-up'
import { openPurse } from '../../../src/funding/purses/top-up'
import { purses } from '../../../src/funding/schema/purses'
import { topUps } from '../../../src/funding/schema/top-ups'
import { ownPurseRoutes } from '../../../src/http/store/purse/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { memberships } from '../../../src/people/schema'
import { localFact } from '../../../src/platform/payments/local'
import { openPayments } from '../../../src/platform/payments/open'
import { audit } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor } from '../../support/door'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { employee, found, ledger } from './company'

const ROUNDS = 50

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 20, days: 1 })
  await found(app)
  const payments = openPayments(app.config)
  door = await openDoor(app, [...storeRoutes(payments), ...ownPurseRoutes(payments)])
})
afterEach(async () => {
  await door?.close()
  await app?.close()
})

/** Somebody with an account at the operator. */
async function resident() {
  const me = await employee(app, door.url)
  await app.db.insert(memberships).values({ personId: me.personId, role: 'employee', operatorId: 'op', scopeId: '' })
  return me
}
const start = (personId: string, amountMinor: number) =>
  startTopUp(app, openPayments(app.config).current, { operatorId: 'op', personId, amountMinor })
const paid = (intentId: string, amountMinor: number) => localFact('pay', { intentId, amountMinor, currency: 'cny' })
const balances = async (personId: string) =>
  (await app.db.select().from(purses).where(eq(purses.personId, personId))).map(({ balanceMinor }) => balanceMinor)

describe('filling a card of one’s own', () => {
  it('R10 credits a top-up once however often the provider says it is paid', async () => {
    const { personId } = await resident()
    for (let round = 1; round <= ROUNDS; round++) {
      const { intentId } = await start(personId, 1_000)
      const said = ['evt_a', 'evt_b'].map((eventId) => settleTopUp(app, { ...paid(intentId, 1_000), eventId }))
      expect(await Promise.all(said)).toEqual([true, true])
      expect(await balances(personId)).toEqual([round * 1_000])
    }
    expect((await ledger(app))['cash:local']).toBe(ROUNDS * 1_000)
    expect(await auditLedger(app)).toEqual([])
  }, 60_000)

  it('R10 two payments at once cannot pass the cap together: the second goes back to the fen', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { personId } = await resident()
      const [one, two] = [await start(personId, 300_000), await start(personId, 300_000)]
      await Promise.all([one, two].map(({ intentId }) => settleTopUp(app, paid(intentId, 300_000))))
      expect(await balances(personId)).toEqual([300_000])
      const owed = await app.db.select().from(topUps).where(eq(topUps.personId, personId))
      expect(owed.map(({ status }) => status).sort()).toEqual(['owed_back', 'succeeded'])
    }
    const books = await ledger(app)
    expect([books['cash:local'], books['payable:refunds']]).toEqual([ROUNDS * 600_000, -ROUNDS * 300_000])

    const owed = await app.db.select().from(topUps).where(eq(topUps.status, 'owed_back'))
    const providers = openPayments(app.config)
    await Promise.all(owed.flatMap(({ id }) => [1, 2].map(() => returnTopUp(app, providers, { topUpId: id }))))
    expect((await ledger(app))['cash:local']).toBe(ROUNDS * 300_000)
    expect((await ledger(app))['payable:refunds'] ?? 0).toBe(0)
    expect(await auditLedger(app)).toEqual([])
  }, 60_000)

  it('R10 refuses over the cap of a registered card and of a bearer’s, and after its last day', async () => {
    const me = await resident()
    const over = await me.post('/api/store/purse/top-ups', { amountMinor: 500_001 })
    expect([over.status, over.body.error.code]).toEqual([422, 'purse_over_cap'])
    const bearer = await employee(app, door.url)
    const card = {
      id: 'pur_bearer',
      operatorId: 'op',
      personId: bearer.personId,
      kind: 'personal',
      companyId: null,
    } as const
    await openPurse(app, { ...card, holder: 'bearer', currency: 'cny', expiresOn: '2029-11-01' })
    const wide = await bearer.post('/api/store/purse/top-ups', { amountMinor: 100_001 })
    expect([wide.status, wide.body.error.code]).toEqual([422, 'purse_over_cap'])
    await app.db.update(purses).set({ expiresOn: '2026-01-01' }).where(eq(purses.id, card.id))
    const late = await bearer.post('/api/store/purse/top-ups', { amountMinor: 1_000 })
    expect([late.status, late.body.error.code]).toEqual([409, 'purse_expired'])
    expect(await app.db.select().from(topUps)).toEqual([])
  })

  it('shows what was paid on the provider’s own page, and keeps the company’s money apart', async () => {
    const me = await resident()
    const given = {
      id: 'pur_given',
      operatorId: 'op',
      personId: me.personId,
      kind: 'company_funded',
      companyId: 'cmp',
    } as const
    await openPurse(app, { ...given, holder: 'registered', currency: 'cny', expiresOn: null })
    const key = randomUUID()
    const ask = () => me.post('/api/store/purse/top-ups', { amountMinor: 5_000 }, key)
    const [{ body: payment }, { body: again }] = [await ask(), await ask()]
    expect(again).toEqual(payment)
    const decide = (who: Pick<typeof me, 'post'>, decision: string) =>
      who.post(`/api/store/local-payments/${payment.intentId}`, { decision })
    expect((await decide(await resident(), 'pay')).status).toBe(404)
    expect((await decide(me, 'decline')).body).toEqual({ orderId: null, status: 'failed' })
    expect((await decide(me, 'pay')).body).toEqual({ orderId: null, status: 'succeeded' })
    expect((await decide(me, 'pay')).status).toBe(200)

    const { body } = await me.get('/api/store/purse')
    const shown = body.purses.map((purse: { kind: string; balanceMinor: number }) => [purse.kind, purse.balanceMinor])
    expect(shown).toEqual([
      ['company_funded', 0],
      ['personal', 5_000],
    ])
    expect(body.movements).toMatchObject([{ kind: 'top_up', amountMinor: 5_000 }])
    const deeds = await app.db.select({ action: audit.action }).from(audit).where(sql`action like 'funding.%top-up'`)
    expect(deeds.map(({ action }) => action).sort()).toEqual(['funding.start-top-up', 'funding.top-up'])
  })

  it('takes no money from a guest whose session ends with its cookie, nor another sum than was asked', async () => {
    const stranger = await employee(app, door.url)
    const refused = await stranger.post('/api/store/purse/top-ups', { amountMinor: 1_000 })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'account_needed'])
    expect((await caller(door.url).get('/api/store/purse')).status).toBe(401)
    const { personId } = await resident()
    const { intentId } = await start(personId, 1_000)
    await expect(settleTopUp(app, paid(intentId, 999))).rejects.toMatchObject({ code: 'wrong_amount' })
    expect(await balances(personId)).toEqual([0])
  })
})
