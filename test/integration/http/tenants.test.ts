import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '../../../src/http/endpoint'
import { allEndpoints } from '../../../src/http/endpoints'
import type { RefusalCode } from '../../../src/kernel/refusal'
import type { Answered } from '../../support/call'
import { type City, openCity } from './city'
import { type Example, examplesOf } from './examples'
import { OPERATOR, OTHER, peopleOf, type ServiceDay, serviceDay, type Tokens } from '../../support/service-day'

/** The same for everybody: a city's streets and what can be booked are no tenant's secret, and lockers belong to their community. */
const COMMON = [
  'get /api/operator/maps/:cityId',
  'post /api/store/lockers/:servicePointId/open',
  'post /api/store/offerings/:offeringId/waiting',
  'post /api/dispatch/compartments/:compartmentId/empty',
]

const ROLES = [
  'resident',
  'employee',
  'company_admin',
  'kitchen',
  'courier',
  'dispatcher',
  'procurement',
  'supplier',
  'operator',
  'till',
  'provider',
] as const satisfies readonly Audience[]

const nameOf = ({ endpoint: { method, path } }: Example) => `${method} ${path}`

describe('who may enter', () => {
  let city: City
  let day: ServiceDay
  let others: Tokens
  let examples: Example[]
  let ids: Set<string>

  beforeAll(async () => {
    city = await openCity()
    day = await serviceDay(city)
    others = await peopleOf(city, OTHER)
    examples = examplesOf(day)
    ids = idsIn(day)
  })
  afterAll(() => city?.close())

  const call = ({ endpoint, params, query, body }: Example, token?: string) =>
    city.call(endpoint, { token, params, query, body })
  const refusal = (name: string, { status, body }: Answered) => [name, status, body?.error?.code]
  const refusedAs = (example: Example, status: number, code: RefusalCode) => [nameOf(example), status, code]

  it('O1 the other tenant’s people, with this tenant’s ids, get 404 or 403 or no row, on every operation that takes an id', async () => {
    const own = examples.filter(({ endpoint }) => !endpoint.who.includes('anyone'))
    const naming = own.filter((example) => namesOne(example, ids) && !COMMON.includes(nameOf(example)))
    // every operation with an id in its path is among them
    const withPath = own.filter(({ endpoint }) => endpoint.params).map(nameOf)
    expect(naming.map(nameOf)).toEqual(expect.arrayContaining(withPath.filter((name) => !COMMON.includes(name))))
    for (const example of naming) {
      const { status, body } = await call(example, others[example.as as keyof Tokens])
      if (status === 200) expect(shared(body, ids), nameOf(example)).toEqual([])
      else expect([403, 404], `${nameOf(example)} ${JSON.stringify(body)}`).toContain(status)
    }
  })

  it('O1 lists of the other tenant hold none of this tenant’s rows', async () => {
    const lists = examples.filter(({ endpoint: { method, who, params } }) => {
      return method === 'get' && !who.includes('anyone') && !params
    })
    expect(lists.length).toBeGreaterThan(8)
    for (const example of lists) {
      const { status, body } = await call({ ...example, query: datesOf(example) }, others[example.as as keyof Tokens])
      expect([nameOf(example), status]).toEqual([nameOf(example), 200])
      expect(shared(body, ids), nameOf(example)).toEqual([])
    }
  })

  it('O1 nobody without a session passes where one is asked for', async () => {
    for (const example of examples) {
      if (example.endpoint.who.includes('anyone')) continue
      const answer = await call(example)
      expect(refusal(nameOf(example), answer)).toEqual(refusedAs(example, 401, 'unauthenticated'))
    }
  })

  it('O1 every role is turned away from every operation that does not name it', { timeout: 120_000 }, async () => {
    let tried = 0
    for (const example of examples) {
      const { who } = example.endpoint
      if (who.includes('anyone') || who.includes('guest')) continue
      for (const role of ['guest', ...ROLES] as const) {
        if (who.includes(role)) continue
        tried += 1
        const answer = await call(example, day.tokens[role])
        expect([role, ...refusal(nameOf(example), answer)]).toEqual([role, ...refusedAs(example, 403, 'forbidden')])
      }
    }
    expect(tried).toBeGreaterThan(200)
  })

  it('O1 the owner’s things stand as they were after all that', async () => {
    const orderId = day.cancellableId
    const show = allEndpoints.find(({ method, path }) => method === 'get' && path === '/api/store/orders/:orderId')
    if (!show) throw new Error('there is no order page')
    const { body } = await city.call(show, { token: day.tokens.guest, params: { orderId } })
    expect(body).toMatchObject({ id: orderId, status: 'placed', refund: 'none' })
  })
})

/** What belongs to the tenant or its people: orders, tickets, runs, sites … but no places, dishes or dates. */
const OWNED =
  /^(ord|grp|lin|tkt|tki|bat|run|stp|drp|po|pol|rev|site|sup|md|alt|pho|veh|lot|fil|ppr|inv|dis|crd|cnt|cnl|trf|trl|gap|smp|ftr|mem|ivt|apv|ctg|ccn|rul|clm|prx|cmp|stm|pur|bkg|pvd|blk|sen|rdg|out)_/

function idsIn(day: ServiceDay): Set<string> {
  const found = new Set<string>([OPERATOR, day.intentId])
  const look = (value: unknown): void => {
    if (typeof value === 'string' && OWNED.test(value)) found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(day)
  return found
}

const shared = (body: unknown, ids: ReadonlySet<string>): string[] => {
  const text = JSON.stringify(body ?? null)
  return [...ids].filter((id) => text.includes(`"${id}"`))
}

const namesOne = ({ params, query, body }: Example, ids: ReadonlySet<string>): boolean =>
  shared({ params, query, body }, ids).length > 0

/** The dates an example asks for, without its ids. */
const datesOf = ({ query = {} }: Example): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => /^\d{4}-\d\d(-\d\d)?$/.test(value)))
