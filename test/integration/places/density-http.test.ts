import { afterAll, beforeAll, expect, it } from 'vitest'
import * as density from '../../../src/http/operator/density/contract'
import { densityRoutes } from '../../../src/http/operator/density/routes'
import * as fees from '../../../src/http/operator/fees/contract'
import { feeRoutes } from '../../../src/http/operator/fees/routes'
import { type TestApp, testApp } from '../../support/app'
import { type Call, callAt } from '../../support/call'
import { guest, openDoor, staff } from '../../support/door'
import { OPERATOR, OTHER } from '../../support/service-day'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let call: Call
let own: string
let other: string
beforeAll(async () => {
  app = await testApp({ template: 'city' })
  door = await openDoor(app, [...densityRoutes, ...feeRoutes])
  call = callAt(door.url)
  own = await staff(app, 'operator', OPERATOR)
  other = await staff(app, 'operator', OTHER)
})
afterAll(async () => {
  await door.close()
  await app.close()
})

const READS = [
  density.showDensity,
  density.listDenseBuildings,
  density.listDensityCells,
  density.listCoverageGaps,
  density.listCandidates,
] as const
const RULE = {
  siteId: 'site_k1',
  communityId: null,
  pointKind: 'door',
  fromMetres: 0,
  toMetres: null,
  fromMinor: 0,
  toMinor: 5_000,
  feeMinor: 400,
  perKmMinor: 0,
} as const

it.each(READS.map((endpoint) => [endpoint.path, endpoint] as const))(
  'O2 %s answers without a filter',
  async (_, endpoint) => {
    const { status, body } = await call(endpoint, { token: own })
    expect([status, body.error]).toEqual([200, undefined])
  },
)

it('O1 a site, a price or a fee of another tenant is not there', async () => {
  const prices = { perRunMinor: 1, perKmMinor: 1, perStopMinor: 1, marginPerBoxMinor: 1 }
  const asked = [
    ...READS.filter(({ path }) => !path.endsWith('gaps')).map(
      (endpoint) => [endpoint, { query: { siteId: 'site_k1' } }] as const,
    ),
    [density.showDensity, { query: { cityId: 'nowhere' } }],
    [density.setRoutePrices, { params: { operatorId: OPERATOR }, body: prices }],
    [fees.listFeeRules, { params: { operatorId: OPERATOR } }],
    [fees.setFeeRules, { params: { operatorId: OPERATOR }, body: { rules: [] } }],
    // one's own price list must not name another's kitchen, nor a community that is not there
    [fees.setFeeRules, { params: { operatorId: OTHER }, body: { rules: [RULE] } }],
    [
      fees.setFeeRules,
      { params: { operatorId: OTHER }, body: { rules: [{ ...RULE, siteId: null, communityId: 'x' }] } },
    ],
  ] as const
  for (const [endpoint, parts] of asked) {
    const { status, body } = await call(endpoint, { token: other, ...parts })
    expect([endpoint.path, status, body.error?.code]).toEqual([endpoint.path, 404, 'not_found'])
  }
  expect((await call(density.showDensity, { token: await guest(app) })).status).toBe(403)
  expect((await call(density.showDensity)).status).toBe(401)
})

it('keeps prices and fees as they were set, each for its own tenant', async () => {
  const prices = { perRunMinor: 3_100, perKmMinor: 55, perStopMinor: 90, marginPerBoxMinor: 480 }
  const params = { operatorId: OPERATOR }
  expect((await call(density.setRoutePrices, { token: own, params, body: prices })).status).toBe(200)
  const shown = async (token: string) => (await call(density.showDensity, { token })).body.prices
  expect(await shown(own)).toMatchObject([{ operatorId: OPERATOR, assumed: false, ...prices }])
  expect(await shown(other)).toMatchObject([{ operatorId: OTHER, assumed: true }])

  const saved = await call(fees.setFeeRules, { token: own, params, body: { rules: [RULE] } })
  expect(saved.body).toEqual({ rules: [RULE] })
  expect((await call(fees.listFeeRules, { token: own, params })).body).toEqual({ rules: [RULE] })
  const wrong = await call(fees.setFeeRules, { token: own, params, body: { rules: [{ ...RULE, fromMinor: 5_000 }] } })
  expect(wrong.status).toBe(422)
})
