import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { startChild } from './children'
import { dyingWithUs } from './commands'
import { findRedis } from './redis-packages'
import { adopt, type Server, type ServerOptions, supervise } from './server'
import { freePort, until } from './waiting'

/** SIGTERM writes the log of commands to disk and ends. */
const SIGNALS = ['SIGTERM', 'SIGTERM'] as const

/** Starts a Redis (or Valkey) on the loopback address, or adopts the one a run before left. */
export async function startRedis({ state, durable = true, onEvent }: ServerOptions): Promise<Server> {
  const { kept } = state
  const url = () => `redis://:${kept.secrets.redis}@127.0.0.1:${kept.ports.redis}`
  const answers = () => ping(kept.ports.redis ?? 0, kept.secrets.redis)

  const adopted = await adopt(kept.processes.redis, answers)
  if (adopted) return { url: url(), adopted: true, mark: () => adopted, signals: SIGNALS }

  const { program, libraries } = await findRedis(state.folder)
  const data = join(state.folder, 'redis')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  kept.ports.redis = await freePort()
  const settings = join(data, 'redis.conf')
  writeFileSync(settings, configuration(data, kept.ports.redis, kept.secrets.redis, durable), { mode: 0o600 })

  const child = startChild({
    name: 'redis',
    argv: [...dyingWithUs('TERM'), program, settings],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) },
    logs: join(state.folder, 'logs'),
    signals: SIGNALS,
    ...supervise('redis', state, onEvent),
  })
  await until(answers, { what: 'Redis', ms: 60_000, hopeless: child.lastWords })
  child.keepAlive()
  return { url: url(), adopted: false, mark: child.mark, signals: SIGNALS, stop: child.stop }
}

/** noeviction and the log of commands: a queue must not forget jobs, neither for room nor at a restart. */
const configuration = (data: string, port: number, password: string, durable: boolean): string =>
  [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${data}"`,
    'appendonly yes',
    `appendfsync ${durable ? 'everysec' : 'no'}`,
    'save ""',
    'maxmemory-policy noeviction',
    // one for every stack that tests start beside each other
    'databases 256',
    'daemonize no',
    '',
  ].join('\n')

/** @throws while Redis does not answer PONG; one that still loads its data says -LOADING. */
function ping(port: number, password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_000 })
    let answer = ''
    const fail = (why: string) => {
      socket.destroy()
      reject(new Error(why))
    }
    socket.once('error', (error) => fail(error.message))
    socket.once('timeout', () => fail('no answer from Redis'))
    socket.once('close', () => fail('Redis closed the connection'))
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
      if (answer.includes('+PONG')) {
        socket.destroy()
        resolve()
      } else if (answer.includes('-')) fail(answer.trim())
    })
    socket.write(`AUTH ${password}\r\nPING\r\n`)
  })
}
