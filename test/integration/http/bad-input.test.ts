import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allEndpoints } from '../../../src/http/endpoints'
import { REFUSALS } from '../../../src/kernel/refusal'
import type { Answered } from '../../support/call'
import { type City, openCity } from './city'
import { type Example, examplesOf } from './examples'
import { type ServiceDay, serviceDay } from '../../support/service-day'

const RUNS = 50
const CODES = Object.keys(REFUSALS)

const writing = allEndpoints.filter(({ method }) => method !== 'get')
const reading = allEndpoints.filter(
  ({ method, params, query, stream }) => method === 'get' && !stream && (params || query),
)
const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`

/** Characters that have broken things elsewhere: no character at all, half a character, quotes, paths, markup, control. */
const NASTY = [
  '\u0000',
  '\ud800',
  "'; drop table x; --",
  '../../etc/passwd',
  '<script>',
  '\u202e',
  '٣',
  '１２',
  '𠮷',
  ' ',
  '-1',
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 40 }),
)
const odd = fc.oneof(
  text,
  fc.constantFrom(null, true, [], {}, 0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, Number.MIN_VALUE),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant('x'.repeat(5_000)),
  fc.constantFrom('__proto__', 'constructor', '2026-02-30', '9999-12-31', '0000-00-00', '2026-11-25T10:00:00Z'),
)

/** Somewhere inside a valid body another value, one field less, or one too many; or something else altogether. */
const spoilt = (body: unknown): fc.Arbitrary<unknown> => {
  const places = placesIn(body)
  if (places.length === 0) return odd
  const change = fc.tuple(fc.constantFrom(...places), fc.option(odd, { nil: undefined }))
  return fc.oneof(
    { weight: 6, arbitrary: change.map(([place, value]) => changed(body, place, value)) },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fc.tuple(text, odd).map(([key, value]) => ({ ...Object(body), [key]: value })) },
  )
}

type Place = readonly (string | number)[]

function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => {
    const place = [...here, Array.isArray(value) ? Number(key) : key]
    return [place, ...placesIn(below, place)]
  })
}

/** The value with another one at a place; without that field when it is undefined. */
function changed(value: unknown, [first, ...rest]: Place, put: unknown): unknown {
  if (first === undefined) return put
  const copy: any = Array.isArray(value) ? [...value] : { ...Object(value) }
  copy[first] = changed(copy[first], rest, put)
  if (copy[first] === undefined && !Array.isArray(copy)) delete copy[first]
  return copy
}

describe('bad input', () => {
  let city: City
  let day: ServiceDay
  let examples: Map<string, Example>

  beforeAll(async () => {
    city = await openCity()
    day = await serviceDay(city)
    examples = new Map(examplesOf(day).map((example) => [nameOf(example.endpoint), example]))
  })
  afterAll(() => city?.close())

  const exampleOf = (endpoint: { method: string; path: string }): Example => {
    const example = examples.get(nameOf(endpoint))
    if (!example) throw new Error(`no example of ${nameOf(endpoint)}`)
    return example
  }
  const tokenOf = ({ as }: Example) => (as === 'anyone' ? undefined : day.tokens[as])

  /** Never a fault; a "no" always says which. Without commerce, log-ins are refused in its name. */
  function isAnswered({ status, body }: Answered): void {
    const code = body?.error?.code
    if (status >= 400) {
      expect(CODES).toContain(code)
      expect(body.error.message.length).toBeGreaterThan(0)
      expect(body.error.requestId.length).toBeGreaterThan(0)
    }
    if (status >= 500) expect(code).toBe('commerce_unavailable')
  }

  it.each(writing.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    `%s answers ${RUNS} spoilt requests with a code, never with a fault`,
    { timeout: 120_000 },
    async (_, endpoint) => {
      const example = exampleOf(endpoint)
      const params = fc.oneof(
        { weight: 4, arbitrary: fc.constant(example.params) },
        { weight: 1, arbitrary: spoilt(example.params).filter(isStrings) },
      )
      await fc.assert(
        fc.asyncProperty(spoilt(example.body ?? {}), params, async (body, asked) => {
          isAnswered(
            await city.call(endpoint, { token: tokenOf(example), params: asked, body: JSON.stringify(body) ?? '' }),
          )
        }),
        { numRuns: RUNS, seed: 20_261_123 },
      )
    },
  )

  it.each(reading.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    `%s answers ${RUNS} spoilt addresses with a code, never with a fault`,
    { timeout: 120_000 },
    async (_, endpoint) => {
      const example = exampleOf(endpoint)
      const wanted = Object.keys((endpoint.query as { shape?: object } | undefined)?.shape ?? {})
      const query = fc.dictionary(wanted.length > 0 ? fc.constantFrom(...wanted) : text, text, { maxKeys: 4 })
      const params = endpoint.params ? spoilt(example.params).filter(isStrings) : fc.constant(undefined)
      await fc.assert(
        fc.asyncProperty(params, query, async (asked, search) => {
          isAnswered(
            await city.call(endpoint, {
              token: tokenOf(example),
              params: asked,
              query: { ...example.query, ...search },
            }),
          )
        }),
        { numRuns: RUNS, seed: 20_261_123 },
      )
    },
  )

  it('is answered with a code when the body is no JSON, too large, hostile, or of another kind', async () => {
    const quote = exampleOf({ method: 'post', path: '/api/store/quotes' })
    const said = async (body: string, headers: Record<string, string> = {}) => {
      const { status, body: answer } = await city.call(quote.endpoint, { body, headers })
      return [status, answer.error.code]
    }
    expect(await said('{"items": [')).toEqual([400, 'invalid_json'])
    expect(await said('"just text"')).toEqual([400, 'invalid_json'])
    expect(await said(JSON.stringify({ items: 'x'.repeat(200_000) }))).toEqual([413, 'too_large'])
    expect(await said('{"__proto__": {"admin": true}}')).toEqual([400, 'hostile_key'])
    expect(await said('{"items": [{"constructor": {"prototype": 1}}]}')).toEqual([400, 'hostile_key'])
    expect(await said('items=1', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([422, 'invalid'])
    expect(await said('{}', { 'content-type': 'application/json; charset=iso-8859-1' })).toEqual([400, 'bad_request'])
    expect(await said('{}', { 'content-encoding': 'zstd' })).toEqual([400, 'bad_request'])
    expect(await said('{}', { 'content-encoding': 'gzip' })).toEqual([400, 'bad_request'])
    expect(await said('{"servicePointId": "\\u0000", "items": []}')).toEqual([422, 'invalid'])
    expect(await said('{"servicePointId": "\\ud800", "items": []}')).toEqual([422, 'invalid'])
  })

  it('is answered with a code when the address cannot be read, or names nothing', async () => {
    const said = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${city.url}${path}`, { headers })
      const { error } = (await response.json()) as { error: { code: string } }
      return [response.status, error.code]
    }
    expect(await said('/api/store/communities/%E0%A4%A/buildings')).toEqual([400, 'bad_request'])
    expect(await said('/api/store/menu?date=2026-13-01')).toEqual([422, 'invalid'])
    expect(await said('/api/store/menu?servicePointId[__proto__]=1')).toEqual([400, 'hostile_key'])
    expect(await said('/api/nothing/here')).toEqual([404, 'not_found'])
    expect(await said('/store/orders/ord_1')).toEqual([404, 'not_found'])
    expect(await said('/admin/users')).toEqual([404, 'not_found'])
    expect(await said('/api/store/orders', { authorization: 'Bearer nonsense' })).toEqual([401, 'unauthenticated'])
    const forged = 'eyJhbGciOiJub25lIn0.eyJhY3Rvcl90eXBlIjoibWVtYmVyIiwiYWN0b3JfaWQiOiJwZXJfZGVtb19vcGVyYXRvciJ9.'
    expect(await said('/api/operator/day', { authorization: `Bearer ${forged}` })).toEqual([401, 'unauthenticated'])
  })
})

const isStrings = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string' && each !== '' && !/\p{Surrogate}/u.test(each))
