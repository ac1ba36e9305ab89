import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHarmlessBody, isHarmlessQuery } from '../../../src/http/key-guard'

const HOSTILE = ['__proto__', 'prototype', 'constructor', 'CONSTRUCTOR', '__Proto__']
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/).filter((text) => !HOSTILE.includes(text))
const hostile = fc.constantFrom(...HOSTILE)

describe('query', () => {
  it.each([
    '',
    'limit=20&offset=0',
    'fields=*variants.calculated_price,%2Bmetadata,items.*',
    'fields=+metadata,-description',
    'order=-created_at',
    'id[]=a&id[]=b&created_at[$gte]=2026-01-01',
    'filters[a][0]=1',
    'q=__proto__',
    'name=%E8%B1%86%E8%85%90',
  ])('lets %s pass', (query) => expect(isHarmlessQuery(query)).toBe(true))

  it.each([
    ['a doubled key', 'limit=1&limit=2'],
    ['a huge index', 'a[4294967294]=1'],
    ['six levels', 'a[b][c][d][e][f]=1'],
    ['more than a hundred keys', Array.from({ length: 101 }, (_, i) => `k${i}=1`).join('&')],
    ['a broken escape', 'a=%E0%A4%A'],
    ['a key that is no name', 'a%20b=1'],
    ['a field that is no name', 'fields=a;drop'],
    ['a hostile field in upper case', 'fields=a.CONSTRUCTOR.name'],
    ['an encoded hostile key', 'a%5B__proto__%5D=1'],
  ])('refuses %s', (_, query) => expect(isHarmlessQuery(query)).toBe(false))

  it('refuses a hostile name at any place of a key or of a list of fields', () => {
    const path = fc.tuple(fc.array(name, { maxLength: 2 }), hostile, fc.array(name, { maxLength: 1 }))
    fc.assert(
      fc.property(path, fc.constantFrom('brackets', 'dots', 'fields', 'order'), ([before, bad, after], form) => {
        const steps = [...before, bad, ...after]
        const [first, ...rest] = steps
        const query = {
          brackets: `${first}${rest.map((step) => `[${step}]`).join('')}=x`,
          dots: `${steps.join('.')}=x`,
          fields: `fields=id,${steps.join('.')}`,
          order: `order=-${steps.join('.')}`,
        }[form]
        expect(isHarmlessQuery(query)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never lets a query pass that parsers would write to a prototype with', () => {
    const piece = fc.oneof(
      name,
      hostile,
      fc.string({ maxLength: 6 }),
      fc.constantFrom('[', ']', '.', '%5B', '%5D', '&', '=', '+'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const query = pieces.join('')
        if (!isHarmlessQuery(query)) return
        const keys = query.split('&').map((pair) => decodeURIComponent(pair.split('=')[0] ?? ''))
        for (const key of keys) for (const bad of HOSTILE) expect(key.split(/[.[\]]/)).not.toContain(bad)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('body', () => {
  it('lets ordinary bodies pass', () => {
    expect(isHarmlessBody({ email: 'a@b.c', name: { zh: '林', en: 'Lin' }, lines: [{ id: 'x', quantity: 2 }] })).toBe(
      true,
    )
    expect(isHarmlessBody(['__proto__', null, 1, true])).toBe(true)
    expect(isHarmlessBody(undefined)).toBe(true)
  })

  it('refuses a hostile key at any depth', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), hostile, fc.boolean(), (path, bad, inList) => {
        const leaf = `{${JSON.stringify(bad)}:{"polluted":true}}`
        const json = path.reduceRight((inner, key) => `{${JSON.stringify(key)}:${inList ? `[${inner}]` : inner}}`, leaf)
        // nested too deep is refused as well
        expect(isHarmlessBody(JSON.parse(json))).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses what is nested too deep or has too many keys', () => {
    const deep = (levels: number): unknown => (levels === 0 ? {} : { a: deep(levels - 1) })
    expect(isHarmlessBody(deep(7))).toBe(true)
    expect(isHarmlessBody(deep(8))).toBe(false)
    const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i]))
    expect(isHarmlessBody(wide(100))).toBe(true)
    expect(isHarmlessBody(wide(101))).toBe(false)
  })
})
