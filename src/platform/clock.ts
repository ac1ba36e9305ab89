import type { Config } from './config'
import type { Pool } from './database'
import { listen } from './listen'
import type { Logger } from './log'

/** The time of the service. Real time, unless the demo has moved it (DEMO only). */
export interface ServiceClock {
  readonly now: () => Date
  /** Moves the service to an instant, for every process. */
  readonly set: (at: Date) => Promise<void>
  readonly close: () => Promise<void>
}

const realClock: ServiceClock = { now: () => new Date(), set: async () => undefined, close: async () => undefined }

export async function startServiceClock(config: Config, pool: Pool, log: Logger): Promise<ServiceClock> {
  if (!config.DEMO) return realClock
  let offset = 0
  const read = async () => {
    const { rows } = await pool.query<{ offset_ms: string }>(
      'select offset_ms from platform.service_clock where id = 1',
    )
    offset = Number(rows[0]?.offset_ms ?? 0)
  }
  const readAgain = () => void read().catch((error: unknown) => log.warn({ err: error }, 'service clock not read'))
  await read()
  const listener = listen(
    { url: config.DATABASE_URL, name: 'clock', channels: ['service_clock'], onNotify: readAgain, onConnect: readAgain },
    log,
  )
  const set = async (at: Date) => {
    offset = at.getTime() - Date.now()
    await pool.query(
      `with moved as (insert into platform.service_clock (id, offset_ms) values (1, $1)
         on conflict (id) do update set offset_ms = excluded.offset_ms)
       select pg_notify('service_clock', '')`,
      [offset],
    )
  }
  return { now: () => new Date(Date.now() + offset), set, close: listener.close }
}
