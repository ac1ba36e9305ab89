import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** Connections are kept open: the generator shares the cores with what it measures. */
const agent = new Agent({ keepAlive: true, maxSockets: 512 })

export interface Said {
  readonly status: number
  readonly retryAfter: string | undefined
  /** When it came first, as the door noted it. */
  readonly arrived: string | undefined
  readonly body: string
}

/** Says something to the door under a key and answers what it said, whatever that is. A broken connection is status 0. */
export async function say(url: string, token: string, key: string, body: string, arrived?: string): Promise<Said> {
  const again = arrived ? { 'x-arrived': arrived } : {}
  const headers = {
    ...again,
    'content-type': 'application/json',
    'idempotency-key': key,
    authorization: `Bearer ${token}`,
  }
  try {
    const asked = request(url, { agent, headers, method: 'POST' })
    asked.end(body)
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    const retryAfter = response.headers['retry-after']
    const noted = response.headers['x-arrived']
    return {
      status: response.statusCode ?? 0,
      arrived: typeof noted === 'string' ? noted : arrived,
      retryAfter,
      body: await text(response),
    }
  } catch {
    return { status: 0, retryAfter: undefined, arrived, body: '' }
  }
}
