import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as operator from '../../../src/http/operator/contract'
import * as session from '../../../src/http/session/contract'
import { DEMO_PASSWORD } from '../../../src/people/demo-accounts'
import { person } from '../../../src/scripts/demo/api'
import { type Stack, startStack } from '../../support/stack'

const MINUTES = 4 * 60_000
let stack: Stack

beforeAll(async () => {
  stack = await startStack({ env: { DEMO: 'true' } })
})

afterAll(() => stack.stop())

const run = (script: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', `src/scripts/${script}.ts`, ...args], {
    env: { ...process.env, ...stack.env },
    timeout: MINUTES,
  })

it(
  'V1 a service day goes from the shop to the statement over the public API, and all books agree',
  async () => {
    const { stdout } = await run('demo', '--orders', '24', '--seed', 'test')
    expect(stdout).toMatch(/orders +24/)
    expect(stdout).toMatch(/receipts +[1-9]/)

    const visitor = person(stack.url)
    const boss = { email: 'operator@linli.example', password: DEMO_PASSWORD }
    const { token } = await visitor.call(session.logIn, { body: boss })
    const who = person(stack.url, token)
    const day = await who.call(operator.showDay)
    expect(day.delivered).toBeGreaterThan(0)
    const { lines } = await who.call(operator.showStatement, { query: { from: '2020-01-01', to: day.date } })
    expect(lines.map(({ account }) => account)).toContain('revenue:meals')
    expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0)

    // the last hand-overs travel to Medusa
    await expect
      .poll(
        () =>
          run('reconcile').then(
            (done) => done.stdout,
            (failed: { stdout: string }) => failed.stdout,
          ),
        {
          timeout: 90_000,
          interval: 3_000,
        },
      )
      .toContain('0 differences')
  },
  MINUTES,
)
