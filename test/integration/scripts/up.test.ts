import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ended } from '../../../src/scripts/up/processes'
import { freePort, until } from '../../../src/scripts/up/waiting'
import { temporaryFolder } from '../../support/services'

const ROOT = resolve(__dirname, '../../..')
const MINUTES = 60_000

interface Start {
  readonly process: ChildProcess
  /** All it printed so far. */
  readonly said: () => string
  /** Sends SIGTERM and gives the exit code. */
  readonly stop: () => Promise<number | null>
}

let ground: ReturnType<typeof temporaryFolder>
let port: number
const running: Start[] = []

beforeAll(async () => {
  ground = temporaryFolder()
  port = await freePort()
})

afterEach(async () => {
  for (const start of running.splice(0)) if (start.process.exitCode === null) await start.stop()
})

afterAll(() => ground.remove())

/** `npm start` on a data folder of this file. */
function npmStart(args: readonly string[], env: NodeJS.ProcessEnv = {}): Start {
  const child = spawn(process.execPath, ['src/scripts/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'development', LINLI_DATA: ground.folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
  const exit = once(child, 'exit')
  const start: Start = {
    process: child,
    said: () => text,
    stop: async () => {
      child.kill('SIGTERM')
      return (await exit)[0] as number | null
    },
  }
  running.push(start)
  return start
}

const opened = ({ process, said }: Start) =>
  until(async () => expect(said()).toContain('is open'), {
    what: 'npm start',
    ms: 4 * MINUTES,
    hopeless: () => (process.exitCode === null ? undefined : said()),
  })

const answers = async (path: string): Promise<number> => (await fetch(`http://127.0.0.1:${port}${path}`)).status

/** The children of that process and theirs, by number. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}

describe('npm start', () => {
  it(
    'opens Linli from nothing, mends it, leaves nothing behind, and opens faster the second time',
    async () => {
      await opensMendsAndEnds(npmStart(['--no-demo', '--port', String(port)]))
      await opensAgain(npmStart(['--no-demo', '--port', String(port)]))
    },
    8 * MINUTES,
  )

  it('says what to do when its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port: taken } = server.address() as { port: number }
    const start = npmStart(['--port', String(taken)])
    expect((await once(start.process, 'exit'))[0]).toBe(1)
    server.close()
    expect(start.said()).toContain(`Port ${taken} is taken`)
    expect(start.said()).toContain('npm start -- --port')
  })

  it('lists every variable that is wrong, before it starts anything', async () => {
    const start = npmStart(['--port', String(await freePort())], {
      STRIPE_SECRET_KEY: 'pk_1',
      JWT_SECRET: 'supersecret',
    })
    expect((await once(start.process, 'exit'))[0]).toBe(1)
    expect(start.said()).toMatch(/JWT_SECRET: .*\n.*STRIPE_SECRET_KEY: /)
    expect(start.said()).not.toContain('Postgres and Redis')
  })

  it('refuses an option it does not know', async () => {
    const start = npmStart(['--prot', '1'])
    expect((await once(start.process, 'exit'))[0]).toBe(1)
    expect(start.said()).toContain('--prot')
  })
})

async function opensMendsAndEnds(start: Start): Promise<void> {
  await opened(start)
  expect(start.said()).toContain(`http://localhost:${port}`)
  expect(await answers('/readyz')).toBe(200)

  const all = descendants(start.process.pid ?? 0)
  expect(all.length).toBeGreaterThanOrEqual(6) // main, postgres, redis, commerce, web, worker
  const web = all.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('/linli/web-'))
  if (!web) throw new Error('web is not among the processes')
  process.kill(web, 'SIGKILL')
  await until(async () => expect(start.said()).toContain('web is back'), { what: 'web', ms: MINUTES })
  expect(await answers('/readyz')).toBe(200)

  const last = descendants(start.process.pid ?? 0)
  expect(await start.stop()).toBe(0)
  expect((await Promise.all(last.map((pid) => ended({ pid }, 5_000)))).every(Boolean)).toBe(true)
  await expect(answers('/readyz')).rejects.toThrow()
}

async function opensAgain(start: Start): Promise<void> {
  await opened(start)
  expect(start.said()).toContain('Tables: up to date')
  expect(start.said()).toContain('Storefront built: unchanged')
  expect(await answers('/readyz')).toBe(200)

  for (const options of [[], ['--reset']]) {
    const intruder = npmStart([...options, '--port', String(await freePort())])
    expect((await once(intruder.process, 'exit'))[0]).toBe(1)
    expect(intruder.said()).toContain('already runs')
  }
  expect(await answers('/readyz')).toBe(200)
  expect(await start.stop()).toBe(0)
}
