import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from './log'

export interface Listener {
  readonly close: () => Promise<void>
}

export interface ListenOptions {
  readonly url: string
  readonly name: string
  readonly channels: readonly string[]
  /** Called for every notification. */
  readonly onNotify: (channel: string, payload: string) => void
  /** Called after every (re)connection: whatever was said meanwhile must be read from its table. */
  readonly onConnect: () => void
}

/** Keeps one connection LISTENing, for as long as the process lives; reconnects with back-off up to 2 s. */
export function listen(options: ListenOptions, log: Logger): Listener {
  let closed = false
  let client: pg.Client | undefined
  let connecting: Promise<unknown> = Promise.resolve()
  const run = async () => {
    for (let wait = 50; !closed; wait = Math.min(wait * 2, 2_000)) {
      client = new pg.Client({
        connectionString: options.url,
        application_name: `linli-${options.name}-listen`,
        connectionTimeoutMillis: 4_000,
        keepAlive: true,
      })
      const ended = new Promise<void>((resolve) => {
        client?.on('error', (error) => log.warn({ err: error }, 'listening connection failed'))
        client?.on('end', resolve)
      })
      client.on('notification', ({ channel, payload }) => options.onNotify(channel, payload ?? ''))
      try {
        connecting = client.connect()
        await connecting
        for (const channel of options.channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
        wait = 50
        options.onConnect()
        if (!closed) await ended
      } catch (error) {
        if (!closed) log.warn({ err: error }, 'cannot listen, trying again')
      }
      await client.end().catch(() => undefined)
      if (!closed) await sleep(wait)
    }
  }
  const running = run()
  return {
    close: async () => {
      closed = true
      // a client that is told to end while it connects never answers either
      await connecting.catch(() => undefined)
      await client?.end().catch(() => undefined)
      await running
    },
  }
}
