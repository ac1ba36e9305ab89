import { expect, it } from 'vitest'
import { until } from '../../../src/scripts/up/waiting'
import { startStack } from '../../support/stack'

it('starts a process on ground of its own, and starts it again when it is killed', async () => {
  const stack = await startStack({ template: 'commerce', processes: ['commerce'] })
  const first = stack.pid('commerce')
  process.kill(first, 'SIGKILL')
  const health = async () => {
    const response = await fetch(`${stack.commerceUrl}/health`)
    expect(stack.pid('commerce')).not.toBe(first)
    return response.status
  }
  expect(await until(health, { what: 'commerce', ms: 60_000 })).toBe(200)
  await stack.stop()
  await expect(fetch(`${stack.commerceUrl}/health`)).rejects.toThrow()
}, 240_000)
