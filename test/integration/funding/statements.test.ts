import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueStatements } from '../../../src/funding/statements/issue-statements'
import { watchCredit } from '../../../src/funding/statements/watch-credit'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { openPurse } from '../../../src/funding/purses/top-up'
import { companyPeopleRoutes } from '../../../src/http/company/people/routes'
import { purseRoutes } from '../../../src/http/company/purses/routes'
import { companySpendRoutes } from '../../../src/http/company/spend/routes'
import { statementRoutes } from '../../../src/http/company/statements/routes'
import { funds } from '../../../src/funding/funds'
import { storeRoutes } from '../../../src/http/store/routes'
import { replayLines } from '../../../src/ordering/replay-sold-out'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor, staff } from '../../support/door'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { employee, found, ledger, orderAs, pay, placeQuoted, quoteOf } from './company'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

const DECEMBER = new Date('2026-12-02T02:00:00.000Z')
const JANUARY = new Date('2027-01-04T02:00:00.000Z')

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 2_000, days: 5 })
  await found(app)
  await pay(app)
  door = await openDoor(app, [
    ...storeRoutes(openPayments(app.config)),
    ...statementRoutes,
    ...companySpendRoutes,
    ...companyPeopleRoutes,
    ...purseRoutes,
  ])
})

afterEach(async () => {
  await door.close()
  await app.close()
})

const as = async (role: 'operator' | 'company_admin', scope = '') =>
  caller(door.url, await staff(app, role, 'op', scope))

/** Two people order; one cancels, one loses a dish to the kitchen. Returns an order that still stands. */
async function month() {
  const [one, two] = [await employee(app, door.url), await employee(app, door.url)]
  const first = await orderAs(one, ['rice', 'bun'])
  const second = await orderAs(two, ['rice'])
  const third = await orderAs(two, ['soup'], { date: '2026-11-04' })
  await one.post(`/api/store/orders/${first.body.id}/cancellation`)
  await orderAs(one, ['rice', 'bun'])
  return { second: second.body, third: third.body }
}

describe('statements', () => {
  it('B5 sum to the ledger, are the same bytes again, and put a late refund on the next as a credit note', async () => {
    const { second, third } = await month()
    const operator = await as('operator')
    const issue = (month: string) => operator.post('/api/operator/companies/cmp/statements', { month })
    expect((await issue('2026-11')).body.error.code).toBe('statement_not_ready')
    const admin = await as('company_admin', 'cmp')
    app.setNow(DECEMBER)
    const { body } = await issue('2026-11')
    const [november] = body.statements
    // rice 18 + bun 4, given back; again 18 + 4; 18; soup 10
    expect([november.totalMinor, (await ledger(app))['receivable:company:cmp']]).toEqual([5_000, 5_000])
    expect((await issue('2026-11')).body).toEqual(body)
    const { body: detail } = await admin.get(`/api/company/statements/${november.id}`)
    const sum = (lines: { amountMinor: number }[]) => lines.reduce((total, line) => total + line.amountMinor, 0)
    expect(sum(detail.lines)).toBe(november.totalMinor)
    expect(detail.lines.map((line: { serviceDate: string; kind: string }) => [line.serviceDate, line.kind])).toEqual([
      ['2026-11-02', 'meal'],
      ['2026-11-02', 'return'],
      ['2026-11-04', 'meal'],
    ])

    const soup = { orderId: third.id, lineIds: [third.groups[0].lines[0].id], cause: 'sold_out' }
    expect(await replayLines(app, soup, funds)).toBe(true)
    const { body: again } = await admin.get(`/api/company/statements/${november.id}`)
    expect(again).toEqual(detail)
    app.setNow(JANUARY)
    const { body: next } = await issue('2026-12')
    expect(next.statements[0].totalMinor).toBe(-1_000)
    const { body: credit } = await admin.get(`/api/company/statements/${next.statements[0].id}`)
    expect(credit.lines).toMatchObject([{ kind: 'credit', correctsNumber: november.number, amountMinor: -1_000 }])
    expect((await ledger(app))['receivable:company:cmp']).toBe(5_000 - 1_000)

    const paid = await operator.post(`/api/operator/statements/${november.id}/payments`, {
      amountMinor: 5_000,
      reference: 'T1',
    })
    expect(paid.body).toMatchObject({ paidMinor: 5_000 })
    expect((await ledger(app))['receivable:company:cmp']).toBe(-1_000)
    expect((await admin.get('/api/company/statements')).body.ageing).toMatchObject([
      { age: 'current', openMinor: -1_000 },
      {},
      {},
      {},
    ])
    expect(await auditLedger(app)).toEqual([])
    expect(second.status).toBe('placed')
  })

  it('B5 is the same file byte for byte, on paper and as a workbook', async () => {
    await month()
    const admin = await staff(app, 'company_admin', 'op', 'cmp')
    app.setNow(DECEMBER)
    const [id] = await issueStatements(app, {
      operatorIds: ['op'],
      companyId: 'cmp',
      month: '2026-11',
      issuedBy: 'per',
    })
    for (const [format, magic] of [
      ['pdf', '%PDF-'],
      ['xlsx', 'PK'],
    ] as const) {
      const copy = async () => {
        const url = `${door.url}/api/company/statements/${id}/statement.${format}`
        const res = await fetch(url, { headers: { authorization: `Bearer ${admin}` } })
        expect(res.status).toBe(200)
        return Buffer.from(await res.arrayBuffer())
      }
      const first = await copy()
      expect(first.toString('latin1')).toContain(magic)
      expect((await copy()).equals(first)).toBe(true)
    }
  })

  it('B7 shows a company its own numbers, equal to SQL over its orders, and nothing of another', async () => {
    await month()
    await found(app, 'other')
    await pay(app, {}, 'other')
    await orderAs(await employee(app, door.url, 'other'), ['soup'])
    const admin = await as('company_admin', 'cmp')
    const { body } = await admin.get('/api/company/companies/cmp/spend?month=2026-11')
    const { rows } = await app.db.execute<{ total: string }>(sql`
      select sum(p.amount_minor - p.refunded_minor) as total from ordering.order_payers p
      where p.account = 'receivable:company:cmp'`)
    expect([body.totalMinor, body.people]).toEqual([Number(rows[0]?.total), 2])
    expect(JSON.stringify(body)).not.toMatch(/other|林夏/)
    for (const path of ['companies/other/spend', 'statements/stm_other']) {
      expect((await admin.get(`/api/company/${path}`)).status).toBe(404)
    }
  })

  it('stops a company at its credit limit until it has paid', async () => {
    await month()
    await app.db.execute(sql`update funding.companies set credit_limit_minor = 5000`)
    expect(await watchCredit(app)).toBe(1)
    const me = await employee(app, door.url)
    expect((await quoteOf(me, ['rice'])).body).toMatchObject({
      dueMinor: 1_800,
      payers: [{ reason: { code: 'credit_stopped' } }],
    })
    await app.db.execute(sql`update funding.companies set credit_limit_minor = 5001`)
    expect(await watchCredit(app)).toBe(1)
    expect((await quoteOf(me, ['rice'])).body.dueMinor).toBe(0)
  })
})

describe('people of a company', () => {
  it('B1 takes 497 of 500 lines over, names the other three, changes nothing again and cuts leavers off', async () => {
    const admin = await as('company_admin', 'cmp')
    const heading = 'number,name,email,department,cost_centre,shift,left'
    const lines = Array.from({ length: 500 }, (_, i) => `E${i},Person ${i},p${i}@people.example,office,RD,,`)
    lines[9] = 'E9,Person 9,not an address,office,RD,,'
    lines[99] = 'E99,Person 99,p99@people.example,office,NOWHERE,,'
    lines[199] = 'E0,Person 199,p199@people.example,office,RD,,'
    const send = (body: readonly string[]) => {
      const base64 = Buffer.from([heading, ...body].join('\n')).toString('base64')
      const file = { name: 'people.csv', mediaType: 'text/csv', base64 }
      return admin.post('/api/company/companies/cmp/employees/import', { file })
    }
    const first = await send(lines)
    expect(first.body).toMatchObject({ added: 497, changed: 0, left: 0, unchanged: 0 })
    expect(first.body.errors.map((error: { line: number; code: string }) => [error.line, error.code])).toEqual([
      [11, 'email'],
      [101, 'unknown_cost_centre'],
      [201, 'twice'],
    ])
    expect((await send(lines)).body).toMatchObject({ added: 0, changed: 0, left: 0, unchanged: 497 })

    lines[0] += 'yes'
    expect((await send(lines)).body).toMatchObject({ added: 0, changed: 0, left: 1, unchanged: 496 })
    const { rows } = await app.db.execute<{ n: string }>(sql`
      select count(*) as n from people.memberships m join people.persons p on p.id = m.person_id
      where p.email = 'p0@people.example' and m.role = 'employee'`)
    expect(Number(rows[0]?.n)).toBe(0)
    const stranger = await as('company_admin', 'other')
    const file = { name: 'people.csv', mediaType: 'text/csv', base64: Buffer.from(heading).toString('base64') }
    expect((await stranger.post('/api/company/companies/cmp/employees/import', { file })).status).toBe(404)
  })
})

describe('meal cards', () => {
  it('R10 takes no top-up over the cap or after the last day, and the ledger says the balance', async () => {
    const me = await employee(app, door.url)
    const operator = await as('operator')
    const common = { operatorId: 'op', personId: me.personId, currency: 'cny' } as const
    await openPurse(app, {
      id: 'own',
      ...common,
      kind: 'personal',
      companyId: null,
      holder: 'registered',
      expiresOn: null,
    })
    await openPurse(app, {
      id: 'old',
      ...common,
      kind: 'company_funded',
      companyId: 'cmp',
      holder: 'bearer',
      expiresOn: '2026-10-31',
    })
    const fill = (id: string, amountMinor: number, reference: string) =>
      operator.post(`/api/operator/purses/${id}/top-ups`, { amountMinor, from: 'cash', reference })
    const answers = await Promise.all([1, 2, 3].map((i) => fill('own', 200_000, `R${i}`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422])
    expect((await fill('own', 100_001, 'R4')).body.error.code).toBe('purse_over_cap')
    expect((await fill('old', 100, 'R5')).body.error.code).toBe('purse_expired')
    // the same receipts again are no new money
    for (const i of [1, 2, 3]) await fill('own', 200_000, `R${i}`)
    expect((await ledger(app))['liability:purse:personal:own']).toBe(-400_000)
    const { body: quote } = await quoteOf(me, ['rice'], { payWith: 'private', usePurse: true })
    expect(quote).toMatchObject({ dueMinor: 0, payers: [{ kind: 'purse', amountMinor: 1_800 }] })
    await placeQuoted(me, quote, ['rice'], { payWith: 'private', usePurse: true })
    expect((await me.get('/api/store/purses')).body.purses).toMatchObject([
      { kind: 'company_funded' },
      { balanceMinor: 398_200 },
    ])
  })
})
