import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Endpoint } from '../../http/endpoint'
import { ErrorAnswer } from '../../http/shapes'

type Input<E extends Endpoint> = {
  readonly params?: z.input<NonNullable<E['params']>>
  readonly query?: z.input<NonNullable<E['query']>>
  readonly body?: z.input<NonNullable<E['body']>>
  /** The same key is the same request; a fresh one otherwise. */
  readonly key?: string
}

/** A "no" of the API. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(`${status} ${code}: ${message}`)
    this.status = status
    this.code = code
  }
}

/** Somebody who uses the public API, as a browser would. */
export interface Person {
  readonly call: <E extends Endpoint>(endpoint: E, input?: Input<E>) => Promise<z.output<E['answer']>>
}

/** Calls the API as the holder of a token, or as nobody; checks every answer against its contract. */
export function person(base: string, token?: string): Person {
  const call = async <E extends Endpoint>(endpoint: E, { params, query, body, key }: Input<E> = {}) => {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params, name)))
    const search = new URLSearchParams(
      Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    )
    const response = await fetch(`${base}${path}${search.size > 0 ? `?${search.toString()}` : ''}`, {
      method: endpoint.method.toUpperCase(),
      headers: {
        'accept-language': 'en',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(endpoint.idempotent ? { 'idempotency-key': key ?? randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw refused(response.status, answer)
    return endpoint.answer.parse(answer) as z.output<E['answer']>
  }
  return { call }
}

function refused(status: number, answer: unknown): Refused {
  const said = ErrorAnswer.safeParse(answer)
  return new Refused(status, said.data?.error.code ?? 'unknown', said.data?.error.message ?? '')
}

function textOf(params: unknown, name: string): string {
  const value = typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[name] : undefined
  return String(value)
}
