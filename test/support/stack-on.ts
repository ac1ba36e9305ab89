import { join } from 'node:path'
import { type ProcessName, startProcess } from '../../src/scripts/up/linli'
import { freePort } from '../../src/scripts/up/waiting'
import { environmentOn, groundOf, type Variables } from './environment-on'
import { freshDatabaseOn, type Template } from './fresh-database'
import type { TestServers } from './test-servers'

/** Where a running Linli is found; plain data, so that it can be told to other processes. */
export interface StackAddress {
  /** Of web, without a slash at the end. */
  readonly url: string
  readonly commerceUrl: string
  /** Every variable its processes run with, for readConfig() and for scripts. */
  readonly env: Variables
  /** The folder of `commerce.log`, `web.log` and `worker.log`. */
  readonly logs: string
}

export interface Stack extends StackAddress {
  /** The process that plays this part now; it changes when one is killed and started again. */
  readonly pid: (name: ProcessName) => number
  readonly stop: () => Promise<void>
}

export interface StackOptions {
  /** What its database starts from; the demo city unless said otherwise. */
  readonly template?: Template
  readonly processes?: readonly ProcessName[]
  readonly env?: Variables
}

/** Starts Linli's processes on ground of their own: own database, Redis database, queues and ports. */
export async function startStackOn(servers: TestServers, options: StackOptions = {}): Promise<Stack> {
  const { template = 'city', processes = ['commerce', 'web', 'worker'], env: more = {} } = options
  const [database, port, commercePort] = await Promise.all([freshDatabaseOn(servers, template), freePort(), freePort()])
  const url = `http://127.0.0.1:${port}`
  const commerceUrl = `http://127.0.0.1:${commercePort}`
  const own = { DEMO: 'true', LOG_LEVEL: 'info', PORT: String(port), PUBLIC_URL: url, COMMERCE_URL: commerceUrl }
  const env = environmentOn(servers, { ...groundOf(database), ...own, ...more })

  const logs = join(servers.folder, 'logs', database.queuePrefix)
  const tell = (text: string) => console.log(`[${database.queuePrefix}] ${text}`)
  const children = processes.map((name) => startProcess(name, { env: { ...process.env, ...env }, logs, onEvent: tell }))
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()))
    await database.drop()
  }
  try {
    await Promise.all(children.map((child) => child.ready))
  } catch (error) {
    await stop()
    throw error
  }
  const pid = (name: ProcessName) => children.find((child) => child.name === name)?.mark().pid ?? 0
  return { url, commerceUrl, env, logs, pid, stop }
}
