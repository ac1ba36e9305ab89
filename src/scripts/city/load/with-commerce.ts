import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../../kernel/refusal'
import { type Commerce, openCommerce } from '../../../platform/commerce'
import type { Config } from '../../../platform/config'
import { startProcess } from '../../up/linli'
import { freePort } from '../../up/waiting'

/** Medusa while the work takes: the one that runs, when it knows our secret, else one of our own on a free port. */
export async function withCommerce<T>(config: Config, work: (commerce: Commerce) => Promise<T>): Promise<T> {
  const running = openCommerce(config)
  if (await isOurs(running)) return work(running)

  const COMMERCE_URL = `http://127.0.0.1:${await freePort()}`
  const logs = mkdtempSync(join(tmpdir(), 'linli-seed-'))
  const env = { ...process.env, HOST: '127.0.0.1', COMMERCE_URL }
  const child = startProcess('commerce', { env, logs, onEvent: (text) => console.error(text) })
  try {
    await child.ready
    return await work(openCommerce({ ...config, COMMERCE_URL }))
  } finally {
    await child.stop()
    rmSync(logs, { recursive: true, force: true })
  }
}

const isOurs = (commerce: Commerce): Promise<boolean> =>
  commerce.selfCheck().then(
    () => true,
    () => false,
  )

/** A cold Medusa on a busy machine may miss its timeout; what it was told it does all the same, once. */
const ATTEMPTS = 6

/** Says something to commerce again when it does not answer in time. @throws what it refuses otherwise. */
export async function patiently<T>(say: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await say()
    } catch (error) {
      const away = error instanceof Refusal && error.code === 'commerce_unavailable'
      if (!away || attempt === ATTEMPTS) throw error
    }
  }
}
