import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { funds } from '../../../src/funding/funds'
import { storeRoutes } from '../../../src/http/store/routes'
import { acceptOrders } from '../../../src/kitchen/accept-orders'
import { OrderPlaced } from '../../../src/ordering/events'
import { groupsForKitchen } from '../../../src/ordering/queries'
import { type Consumer, consume, on } from '../../../src/platform/consume'
import { openPayments } from '../../../src/platform/payments/open'
import { openQueues, type Queues } from '../../../src/platform/queue'
import { openRedis } from '../../../src/platform/redis'
import { relayOnce } from '../../../src/platform/relay'
import { findDifferences } from '../../../src/scripts/reconcile/differences'
import { repair } from '../../../src/scripts/reconcile/repair'
import { settlePayment } from '../../../src/ordering/settle-payment'
import { localFact } from '../../../src/platform/payments/local'
import { routesOf } from '../../../workers/routes'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { BEFORE, offerOf, oneRice, raise } from '../ordering/neighbourhood'

let app: TestApp
let queues: Queues
let redis: ReturnType<typeof openRedis>
let worker: Consumer

const cook = on(OrderPlaced, async (within, { groupId }) => {
  const [group] = await groupsForKitchen(within, [groupId])
  if (!group) throw new Error('no group')
  const destination = { zh: '三号楼', en: 'Building 3' }
  const lines = group.lines.map((line) => ({ ...line, station: 'wok', allergens: [] }))
  await acceptOrders(within, [{ ...group, destination, lines }])
})
const routes = routesOf({ kitchen: [cook] })
const look = () => findDifferences(app, { queues, routes, commerce: undefined, patience: 0 })

/** Changes rows behind the back of constraints and triggers, as a bad script on the server would. */
const damage = (...statements: ReturnType<typeof sql>[]) =>
  app.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of statements) await tx.execute(statement)
  })

beforeAll(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  await app.db.execute(sql`delete from platform.outbox`)
  redis = openRedis(app.config, 'worker')
  queues = openQueues(app.config, redis)
  worker = consume({ app, redis, name: 'kitchen', handlers: [cook] })
  const door = await openDoor(app, storeRoutes(openPayments(app.config)))
  const me = caller(door.url, await guest(app))
  for (let i = 0; i < 3; i++) {
    const { body: order } = await me.post('/api/store/orders', oneRice())
    const { body: payment } = await me.post(`/api/store/orders/${order.id}/payments`)
    const fact = localFact('pay', { intentId: payment.intentId, amountMinor: order.totalMinor, currency: 'cny' })
    await settlePayment(app, fact, funds)
  }
  await app.db.execute(sql`
    insert into procurement.lots (id, operator_id, site_id, ingredient_id, code, expires_on, received_quantity, quantity,
                                  cost_per_thousand, received_at)
    values ('lot', 'op', 'k1', 'rice', 'L1', '2026-12-01', 1000, 1000, 500, now())`)
  await app.db.execute(sql`
    insert into procurement.stock_moves (operator_id, lot_id, delta, reason, ref, at)
    values ('op', 'lot', 1000, 'opening', 'opening', now())`)
  await relayOnce(app, queues, routes)
  await vi.waitFor(
    async () => expect((await app.db.execute(sql`select 1 from kitchen.tickets`)).rows).toHaveLength(3),
    15_000,
  )
  await door.close()
})

afterAll(async () => {
  await worker.close()
  await queues.close()
  redis.disconnect()
  await app.close()
})

/** Each defect with what must be reported and how it is undone again. */
const DEFECTS: Readonly<
  Record<string, { plant: ReturnType<typeof sql>; check: string; undo: ReturnType<typeof sql> }>
> = {
  'a hold that was deleted': {
    plant: sql`create table kept as select * from ordering.capacity_holds`,
    check: 'ordering.hold',
    undo: sql`insert into ordering.capacity_holds select * from kept`,
  },
  'a pool that counts one too many': {
    plant: sql`update ordering.capacity_pools set reserved = reserved + 1 where offer_id = ${offerOf('k1', 'rice')}`,
    check: 'ordering.capacity',
    undo: sql`update ordering.capacity_pools set reserved = reserved - 1 where offer_id = ${offerOf('k1', 'rice')}`,
  },
  'an order whose line was deleted': {
    plant: sql`with gone as (delete from ordering.order_lines where id = (select min(id) from ordering.order_lines) returning *)
      insert into kept_lines select * from gone`,
    check: 'ordering.total',
    undo: sql`insert into ordering.order_lines select * from kept_lines`,
  },
  'a ledger line off by one fen': {
    plant: sql`update funding.ledger_entries set amount_minor = amount_minor + 1 where line = 0
      and transaction_id = (select min(transaction_id) from funding.ledger_entries)`,
    check: 'funding.balance',
    undo: sql`update funding.ledger_entries set amount_minor = amount_minor - 1 where line = 0
      and transaction_id = (select min(transaction_id) from funding.ledger_entries)`,
  },
  'a booking that was never made': {
    plant: sql`update funding.ledger_transactions set ref = 'lost' where ref = (select min(ref) from funding.ledger_transactions)`,
    check: 'orders ↔ ledger',
    undo: sql`update funding.ledger_transactions set ref = 'received:' || (select min(id) from ordering.payments) where ref = 'lost'`,
  },
  'a ticket that vanished': {
    plant: sql`update kitchen.tickets set group_id = 'nobody' where id = (select min(id) from kitchen.tickets)`,
    check: 'orders ↔ tickets',
    undo: sql`update kitchen.tickets set group_id = (select id from ordering.fulfilment_groups where order_id = tickets.order_id)
      where group_id = 'nobody'`,
  },
  'a lot that lost ten grams': {
    plant: sql`update procurement.lots set quantity = quantity - 10`,
    check: 'procurement.lot',
    undo: sql`update procurement.lots set quantity = quantity + 10`,
  },
  'a fact nobody sent': {
    plant: sql`update platform.outbox set sent_at = null`,
    check: 'queue.unsent',
    undo: sql`update platform.outbox set sent_at = now()`,
  },
  'a job that got lost': {
    plant: sql`update platform.inbox set consumer = 'elsewhere'`,
    check: 'queue.unseen',
    undo: sql`update platform.inbox set consumer = 'kitchen'`,
  },
}

describe('reconcile', () => {
  it('V6 finds nothing where nothing is wrong', async () => {
    expect(await look()).toEqual([])
  })

  it.each(Object.entries(DEFECTS))(
    'V6 reports %s, and nothing once it is mended',
    async (_, { plant, check, undo }) => {
      await app.db.execute(sql`create table if not exists kept_lines (like ordering.order_lines)`)
      await app.db.execute(sql`truncate kept_lines`)
      await damage(plant, ...(check === 'ordering.hold' ? [sql`delete from ordering.capacity_holds`] : []))
      const found = await look()
      expect(found.map((difference) => difference.check)).toContain(check)
      await damage(undo)
      expect(await look()).toEqual([])
    },
  )

  it('V6 repairs what is safe and leaves money alone', async () => {
    await damage(
      sql`update ordering.capacity_pools set reserved = reserved + 5 where offer_id = ${offerOf('k1', 'rice')}`,
      sql`delete from kitchen.ticket_items`,
      sql`delete from kitchen.tickets`,
      sql`delete from platform.inbox`,
      sql`update platform.outbox set settled = false`,
      sql`update funding.ledger_entries set amount_minor = amount_minor + 1 where line = 0
        and transaction_id = (select min(transaction_id) from funding.ledger_entries)`,
    )
    expect(await repair(app, { queues, routes, commerce: undefined })).toContain('1 pools set to what is held')
    await expect
      .poll(async () => (await look()).map(({ check }) => check), { timeout: 15_000 })
      .toEqual(['funding.balance', 'orders ↔ ledger'])
  })
})
