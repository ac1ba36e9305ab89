import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Waiting {
  /** Named in the error. */
  readonly what: string
  readonly ms: number
  /** Why waiting has become pointless, e.g. the end of the log of a process that ended. */
  readonly hopeless?: () => string | undefined
}

/** Repeats `attempt` until it resolves, at first every 5 ms, later every 200 ms. @throws when hopeless or out of time. */
export async function until<T>(attempt: () => Promise<T>, { what, ms, hopeless }: Waiting): Promise<T> {
  const end = Date.now() + ms
  let last: unknown
  for (let pause = 5; Date.now() < end; pause = Math.min(pause * 1.5, 200)) {
    const why = hopeless?.()
    if (why !== undefined) throw new Error(`${what} ended before it was ready:\n${why}`)
    try {
      return await attempt()
    } catch (error) {
      last = error
    }
    await sleep(pause)
  }
  throw new Error(`${what} was not ready within ${Math.round(ms / 1000)} s`, { cause: last })
}

/** A port on the loopback address that nobody listens on now. */
export const freePort = (): Promise<number> => listen(0)

/** True when nobody listens on that port of that address. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  listen(port, host).then(
    () => true,
    () => false,
  )

function listen(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
