import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../src/platform/id'
import { publish } from '../../../src/platform/outbox'
import { inbox } from '../../../src/platform/schema'
import { approvePurchaseOrder } from '../../../src/procurement/purchasing/approve-purchase-order'
import { PurchaseOrderApproved } from '../../../src/procurement/events'
import { planReplenishment } from '../../../src/procurement/planning/plan-replenishment'
import { purchaseOrders, sendings } from '../../../src/procurement/schema/purchasing'
import { suppliers } from '../../../src/procurement/schema/supply'
import { type TestApp, testApp } from '../../support/app'
import { lunches, MONDAY_10, OPERATOR, stockPantry } from '../../support/pantry'
import { openSupplierSystem, type SupplierSystem } from './supplier-system'

let app: TestApp
let supplier: SupplierSystem
let purchaseOrderId: string
const workers: ChildProcess[] = []

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
  supplier = await openSupplierSystem()
  await app.db.update(suppliers).set({ intakeUrl: supplier.url })
  await planReplenishment(app, { reviewId: newId('rev'), ...lunches(333) })
  const [order] = await app.db.select().from(purchaseOrders)
  purchaseOrderId = order?.id ?? ''
})
afterEach(async () => {
  for (const worker of workers.splice(0)) if (worker.exitCode === null && worker.signalCode === null) await kill(worker)
  await supplier.close()
  await app.close()
})

/** A worker process for our queue, with the relay that feeds it. */
function startWorker(): ChildProcess {
  const { DATABASE_URL, REDIS_URL, QUEUE_PREFIX, JWT_SECRET, COOKIE_SECRET, COMMERCE_SECRET } = app.config
  const env = { DATABASE_URL, REDIS_URL, QUEUE_PREFIX, JWT_SECRET, COOKIE_SECRET, COMMERCE_SECRET }
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts', 'procurement', 'relay'], {
    cwd: resolve(__dirname, '../../..'),
    env: { ...process.env, ...env, NODE_ENV: 'test', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  workers.push(worker)
  return worker
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100)
}

const order = async () => (await app.db.select().from(purchaseOrders))[0]
const approve = () => approvePurchaseOrder(app, { purchaseOrderId, approvedBy: 'per_buyer' })

describe('sending to a supplier’s own system', () => {
  it('P3 leaves the supplier one order with one number when the worker is killed after sending', async () => {
    await approve()
    const first = startWorker()
    await supplier.booked
    await kill(first)
    expect(await order()).toMatchObject({ status: 'approved', sentAt: null })
    expect(supplier.requests).toEqual(['PO-20261123-001'])

    supplier.answer = true
    startWorker()
    await until(async () => (await order())?.status === 'sent')
    expect(supplier.requests.length).toBeGreaterThan(1)
    expect([...supplier.orders.keys()]).toEqual(['PO-20261123-001'])
    expect(await app.db.select().from(sendings)).toMatchObject([{ channel: 'intake', purchaseOrderId }])
  }, 120_000)

  it('P3 sends once when the job is delivered twice', async () => {
    supplier.answer = true
    startWorker()
    await approve()
    await until(async () => (await order())?.status === 'sent')
    // the same fact again, under another id, so that no inbox row can hide it
    await app.db.transaction((tx) => publish(tx, PurchaseOrderApproved, { purchaseOrderId, operatorId: OPERATOR }))
    const done = () => app.db.select().from(inbox).where(eq(inbox.consumer, 'procurement'))
    await until(async () => (await done()).length === 2)
    expect(supplier.requests).toEqual(['PO-20261123-001'])
    expect((await done()).map(({ refusal }) => refusal)).toEqual([null, null])
  }, 60_000)
})
