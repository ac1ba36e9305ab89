import { randomUUID } from 'node:crypto'
import type { Endpoint } from '../../src/http/endpoint'

/** What one request says; `body` of any shape, so that wrong ones can be sent as well. */
export interface Asked {
  readonly token?: string | undefined
  readonly params?: Readonly<Record<string, string>> | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  // a test reads whatever the door answered
  readonly body: any
}

export type Call = (endpoint: Endpoint, asked?: Asked) => Promise<Answered>

/** Calls operations by their contract where `web` is served. */
export const callAt =
  (url: string): Call =>
  (endpoint, asked) =>
    send(url, endpoint, asked)

async function send(
  url: string,
  { method, path, idempotent }: Endpoint,
  { token, params = {}, query = {}, body, headers = {} }: Asked = {},
): Promise<Answered> {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? 'none'))
  const search = new URLSearchParams(query).toString()
  const response = await fetch(`${url}${filled}${search ? `?${search}` : ''}`, {
    method: method.toUpperCase(),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(idempotent ? { 'idempotency-key': randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (!isJson) await response.body?.cancel()
  return { status: response.status, headers: response.headers, body: isJson ? await response.json() : undefined }
}
