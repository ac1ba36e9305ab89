import type { z } from 'zod'
import { comeAgain } from './come-again'
import { errorOf, noAnswer } from './problem'

/** A request without an answer for this long counts as not answered. */
const PATIENCE_MS = 15_000

/** What we need to know of an operation of a contract; the contracts' own type is the server's. */
interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType
}

/** How requests leave: the browser's own fetch, or the server's with the visitor's cookies while it renders. */
export type Fetcher = (path: string, init?: RequestInit) => Promise<Response>

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly fetcher?: Fetcher
  /** Names one act: the same key sent again has the same one effect. Without it each call is an act of its own. */
  readonly key?: string
}

/** A part of the request as the contract wants it: left out, optional or required. */
type Part<Name extends string, Schema> = Schema extends z.ZodType
  ? unknown extends z.input<Schema>
    ? unknown
    : Record<string, never> extends z.input<Schema>
      ? { readonly [N in Name]?: z.input<Schema> }
      : { readonly [N in Name]: z.input<Schema> }
  : unknown

type Input<E extends Operation> = Part<'params', NonNullable<E['params']>> &
  Part<'query', NonNullable<E['query']>> &
  Part<'body', NonNullable<E['body']>>

export type Answer<E extends Operation> = z.output<E['answer']>

/** One operation as a function. Throws `ApiError`. */
export type Call<E extends Operation> =
  Record<string, never> extends Input<E>
    ? (input?: Input<E>, options?: CallOptions) => Promise<Answer<E>>
    : (input: Input<E>, options?: CallOptions) => Promise<Answer<E>>

interface Parts {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
}

type Method = Operation['method']

/** What a call asks for, to compare it with the contract in a test. */
export interface Asks {
  readonly method: Method
  readonly path: string
}

const asking =
  (method: Method) =>
  <E extends Operation>(path: E['path']): Call<E> & Asks => {
    const call = (input: Parts = {}, options: CallOptions = {}) => send(method, path, input, options)
    return Object.assign(call, { method, path }) as Call<E> & Asks
  }

/** Binds an operation of a contract: `get<typeof contract.showMenu>('/api/store/menu')`. */
export const get = asking('get')
export const post = asking('post')
export const put = asking('put')
export const remove = asking('delete')

/** `/api/orders/:id?page=2`, with everything in it escaped. */
export function addressOf(path: string, { params = {}, query = {} }: Omit<Parts, 'body'> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = Object.entries(query).flatMap(([key, value]): [string, string][] => {
    return value === undefined ? [] : [[key, String(value)]]
  })
  return asked.length > 0 ? `${filled}?${new URLSearchParams(asked).toString()}` : filled
}

async function send(
  method: Method,
  path: string,
  input: Parts,
  { signal, fetcher, key }: CallOptions,
): Promise<unknown> {
  const writes = method !== 'get'
  const headers = {
    accept: 'application/json',
    ...(writes ? { 'content-type': 'application/json', 'idempotency-key': key ?? crypto.randomUUID() } : {}),
  }
  const body = writes && input.body !== undefined ? { body: JSON.stringify(input.body) } : {}
  const ask = (extra: Record<string, string>) => {
    const patience = AbortSignal.timeout(PATIENCE_MS)
    return (fetcher ?? fetch)(addressOf(path, input), {
      method: method.toUpperCase(),
      headers: { ...headers, ...extra },
      ...body,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
  }
  const response = await comeAgain(ask).catch((error: unknown) => {
    // whoever asked has left: that is no failure to report
    if (signal?.aborted) throw error
    throw noAnswer()
  })
  if (!response.ok) throw await errorOf(response)
  return response.json()
}
