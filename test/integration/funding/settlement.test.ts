import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { settlementRules } from '../../../src/funding/schema/settlement'
import { settleGroups } from '../../../src/funding/settlement/settle-groups'
import { settlementRoutes } from '../../../src/http/operator/settlement/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { advanceGroups } from '../../../src/ordering/advance-groups'
import { handedOver } from '../../../src/ordering/handed-over'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor, staff } from '../../support/door'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { employee, found, ledger, orderAs, pay } from './company'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  await found(app)
  await pay(app)
  door = await openDoor(app, [...storeRoutes(openPayments(app.config)), ...settlementRoutes])
  const rule = { siteId: 'k1', operatorId: 'op', partyId: 'pty', partyName: { zh: '合作厨房', en: 'Partner kitchen' } }
  await app.db.insert(settlementRules).values([
    { ...rule, from: '2026-01-01', shareBps: 6_000, perPortionMinor: 50 },
    { ...rule, from: '2026-12-01', shareBps: 0 },
  ])
})
afterEach(async () => {
  await door.close()
  await app.close()
})

describe('settlement', () => {
  it('O5 books what each party is owed for a group handed over, once, and its balance is its statement', async () => {
    const me = await employee(app, door.url)
    const { body: order } = await orderAs(me, ['rice', 'bun'])
    const work = async () => settleGroups(app, await handedOver(app, order.id))
    expect(await work()).toBe(0)
    await advanceGroups(app, { groupIds: [order.groups[0].id], status: 'delivered' })
    expect((await Promise.all([work(), work(), work()])).sort()).toEqual([0, 0, 1])
    // 18.00 and 4.00 are 16.98 and 3.77 without 6 % of tax; 60 % of 20.75 and 0.50 a portion
    const owed = 1_245 + 100
    expect(await ledger(app)).toMatchObject({ 'cost:settlement': owed, 'payable:party:op:pty': -owed })
    expect(await auditLedger(app)).toEqual([])

    const operator = caller(door.url, await staff(app, 'operator', 'op'))
    const { body } = await operator.get('/api/operator/settlement?month=2026-11')
    expect(body.parties).toMatchObject([
      {
        partyId: 'pty',
        portions: 2,
        netMinor: 2_075,
        amountMinor: owed,
        openMinor: owed,
        paidMinor: 0,
        payments: [],
        days: [{ date: '2026-11-02', portions: 2, amountMinor: owed }],
        // the rule of December is not in force yet
        rules: [{ siteId: 'k1', from: '2026-01-01', shareBps: 6_000, perPortionMinor: 50, amountMinor: owed }],
      },
    ])
    const url = '/api/operator/settlement/op/pty/payments'
    const said = { amountMinor: 1_000, reference: 'B-1', month: '2026-11' }
    await Promise.all([0, 1, 2].map(() => operator.post(url, said)))
    expect((await operator.post(url, said)).body.parties).toMatchObject([
      { openMinor: owed - 1_000, paidMinor: 1_000, payments: [{ reference: 'B-1', amountMinor: 1_000 }] },
    ])
    expect((await ledger(app))['payable:party:op:pty']).toBe(1_000 - owed)
    expect(await auditLedger(app)).toEqual([])
    const stranger = caller(door.url, await staff(app, 'operator', 'op_other'))
    expect((await stranger.post(url, said)).status).toBe(404)
    expect((await stranger.get('/api/operator/settlement?month=2026-11')).body.parties).toEqual([])
  })

  it('O5 finds a fen that somebody wrote beside the ledger; the ledger itself takes no update, delete or truncate', async () => {
    await app.db.execute(sql`insert into funding.settlement_lines
      (group_id, operator_id, party_id, site_id, service_date, portions, net_minor, amount_minor, currency, at)
      values ('grp', 'op', 'pty', 'k1', '2026-11-02', 1, 1, 1, 'cny', now())`)
    expect(await auditLedger(app)).toMatchObject([{ check: 'funding.party', expected: '1', found: '0' }])
    const me = await employee(app, door.url)
    await orderAs(me, ['rice'])
    for (const change of [
      sql`update funding.ledger_transactions set ref = 'x'`,
      sql`delete from funding.ledger_entries`,
      sql`truncate funding.ledger_entries`,
    ]) {
      await expect(app.db.execute(change)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      })
    }
  })
})
