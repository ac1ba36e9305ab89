import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id } from '../../shapes'

const Minor = z.number().int().min(0).max(1_000_000)
const Metres = z.number().int().min(0).max(200_000)

/** Where all that is named holds, the drop costs this. Lower ends are in, upper ends are out. */
export const FeeRule = z
  .object({
    siteId: Id.nullable(),
    communityId: Id.nullable(),
    pointKind: z.enum(['door', 'lobby', 'locker', 'desk', 'canteen']).nullable(),
    fromMetres: Metres,
    toMetres: Metres.nullable(),
    fromMinor: Minor,
    toMinor: Minor.nullable(),
    feeMinor: Minor,
    /** For every kilometre begun beyond `fromMetres`. */
    perKmMinor: Minor,
  })
  .refine(({ fromMetres, toMetres }) => toMetres === null || toMetres > fromMetres, {
    path: ['toMetres'],
    error: 'ends before it begins',
  })
  .refine(({ fromMinor, toMinor }) => toMinor === null || toMinor > fromMinor, {
    path: ['toMinor'],
    error: 'ends before it begins',
  })

export const FeeRules = z.object({ rules: z.array(FeeRule).max(200) })

export const listFeeRules = endpoint({
  method: 'get',
  path: '/api/operator/fees/:operatorId',
  summary: 'What drops of a tenant cost by distance, community and order value',
  who: ['operator'],
  params: z.object({ operatorId: Id }),
  answer: FeeRules,
})

export const setFeeRules = endpoint({
  method: 'put',
  path: '/api/operator/fees/:operatorId',
  summary: 'Replaces what drops of a tenant cost as a whole; orders placed keep what they were quoted',
  who: ['operator'],
  params: z.object({ operatorId: Id }),
  body: FeeRules,
  answer: FeeRules,
})
