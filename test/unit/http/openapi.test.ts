import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../src/http/endpoint'
import { allEndpoints } from '../../../src/http/endpoints'
import { openApi } from '../../../src/http/openapi'

type Operation = Record<string, any>

const AUDIENCES: readonly Audience[] = [
  'anyone',
  'guest',
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
]

/** As a reader of the file sees it: without what JSON cannot say. */
const document: Operation = JSON.parse(JSON.stringify(openApi(allEndpoints)))
const operations: [string, Operation][] = Object.entries<Operation>(document['paths']).flatMap(([path, methods]) =>
  Object.entries<Operation>(methods).map(([method, operation]): [string, Operation] => [
    `${method} ${path}`,
    operation,
  ]),
)

describe('the API’s document', () => {
  it('V2 openapi.json is what the contracts say (npm run openapi writes it)', () => {
    const committed = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8'))
    expect(committed).toEqual(document)
  })

  it('V2 lists every operation once, under an id of its own', () => {
    expect(operations).toHaveLength(allEndpoints.length)
    const ids = operations.map(([, { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(operations)('%s names who may enter, what it does and what it answers', (name, operation) => {
    expect(operation['x-who'].length).toBeGreaterThan(0)
    for (const audience of operation['x-who']) expect(AUDIENCES).toContain(audience)
    expect('security' in operation).toBe(!operation['x-who'].includes('anyone'))
    expect(operation['summary'].length).toBeGreaterThan(8)
    const named = [...name.matchAll(/\{(\w+)\}/g)].map(([, param]) => param)
    const described = operation['parameters'].filter((param: Operation) => param['in'] === 'path')
    expect(described.map((param: Operation) => param['name']).sort()).toEqual(named.sort())
    const { default: refused, ...answers } = operation['responses']
    expect(refused).toEqual({ $ref: '#/components/responses/Refused' })
    for (const answer of Object.values<Operation>(answers)) {
      const [content] = Object.values<Operation>(answer['content'])
      expect(Object.keys(content?.['schema'] ?? {}).length).toBeGreaterThan(0)
    }
  })

  it('asks for an Idempotency-Key exactly where the contract says so', () => {
    const asked = operations.filter(([, { parameters }]) =>
      parameters.some((param: Operation) => param['name'] === 'Idempotency-Key' && param['required']),
    )
    const wanted = allEndpoints.filter(({ idempotent }) => idempotent)
    expect(asked).toHaveLength(wanted.length)
    for (const { method } of wanted) expect(method).not.toBe('get')
  })
})
