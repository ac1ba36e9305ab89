import { afterAll, beforeAll } from 'vitest'
import { newId } from '../../../src/platform/id'
import { openApp, type RunningApp } from '../../../src/platform/app'
import { type Commerce, openCommerce } from '../../../src/platform/commerce'
import type { OrderRecord, ProductInput } from '../../../src/platform/commerce-contract'
import { readConfig } from '../../../src/platform/config'
import { startStack } from '../../support/stack'
import type { Stack } from '../../support/stack-on'

export interface Medusa {
  readonly stack: Stack
  readonly commerce: Commerce
  /** Our side of the same database. */
  readonly app: RunningApp
}

export const OPERATORS = [
  { id: 'op_bridge', name: { zh: '桥边团餐', en: 'Bridge Catering' } },
  { id: 'op_lamp', name: { zh: '灯下食堂', en: 'Lamp Canteens' } },
]

/** One Medusa for a test file, in a process of its own on an empty shop. */
export function medusaForFile(): Medusa {
  let started: Medusa | undefined
  beforeAll(async () => {
    const stack = await startStack({ template: 'commerce', processes: ['commerce'] })
    const config = readConfig(stack.env)
    started = { stack, commerce: openCommerce(config), app: await openApp(config, { name: 'test' }) }
  })
  afterAll(async () => {
    await started?.app.close()
    await started?.stack.stop()
  })
  const running = () => {
    if (!started) throw new Error('Medusa has not been started')
    return started
  }
  return {
    get stack() {
      return running().stack
    },
    get commerce() {
      return running().commerce
    },
    get app() {
      return running().app
    },
  }
}

export const dish = (dishId: string, change: Partial<ProductInput> = {}): ProductInput => ({
  dishId,
  operatorId: 'op_bridge',
  kind: 'meal',
  category: 'community_meals',
  title: { zh: '豆腐煲', en: 'Tofu pot' },
  priceMinor: 1850,
  taxBps: 600,
  ...change,
})

/** Two portions of one dish and one of another, delivered for 3.00: 58.50 in all, paid. */
export function order(change: Partial<OrderRecord> = {}): OrderRecord {
  const line = (quantity: number) => ({
    lineId: newId('line'),
    dishId: 'dish_tofu',
    title: { zh: '豆腐煲', en: 'Tofu pot' },
    quantity,
    unitMinor: 1850,
    taxBps: 600,
  })
  return {
    orderId: newId('ord'),
    number: 'A17',
    operatorId: 'op_bridge',
    placedAt: '2026-11-01T08:00:00.000Z',
    lines: [line(2), line(1)],
    feeMinor: 300,
    payments: [{ paymentId: newId('pay'), provider: 'local', amountMinor: 5850 }],
    ...change,
  }
}

/** Waits until it is so; says how many milliseconds that took. */
export async function until(what: string, isSo: () => Promise<boolean>, ms: number): Promise<number> {
  const from = performance.now()
  while (!(await isSo())) {
    if (performance.now() - from > ms) throw new Error(`${what}: not within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return performance.now() - from
}
