import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { App } from '../../../src/platform/app'
import { gather } from '../../../src/platform/gather'

const app = {} as App

it('does once what many ask for together, never twice at once, and tells each how it went', async () => {
  let runs = 0
  let inside = 0
  const work = gather(async () => {
    inside += 1
    expect(inside).toBe(1)
    runs += 1
    await sleep(20)
    inside -= 1
    if (runs === 2) throw new Error('the second fails')
  }, 5)
  await Promise.all([work(app), work(app), work(app)])
  expect(runs).toBe(1)

  const first = work(app)
  await sleep(10)
  // the run is under way: what comes now needs another, afterwards
  const next = work(app)
  await expect(first).rejects.toThrow('the second fails')
  await next
  expect(runs).toBe(3)
})
