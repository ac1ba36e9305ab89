import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gather } from '../../../src/platform/gather'

it('does once what many ask for together, never twice at once, and tells each how it went', async () => {
  const runs: (readonly string[])[] = []
  let inside = 0
  const work = gather<string>(async (inputs) => {
    inside += 1
    expect(inside).toBe(1)
    runs.push(inputs)
    await sleep(20)
    inside -= 1
    if (runs.length === 2) throw new Error('the second fails')
  }, 5)
  await Promise.all([work('a'), work('b'), work('c')])
  expect(runs).toEqual([['a', 'b', 'c']])

  const first = work('d')
  await sleep(10)
  // the run is under way: what comes now needs another, afterwards
  const next = work('e')
  await expect(first).rejects.toThrow('the second fails')
  await next
  expect(runs.slice(1)).toEqual([['d'], ['e']])
})
