import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildCity, type DemoCity } from '../../../src/scripts/city/city'

const TODAY = '2026-11-23'
const city = buildCity(TODAY)
const hashOf = (value: DemoCity) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

describe('the demo city', () => {
  it('is the same whenever it is built from the same seed and day', () => {
    expect(hashOf(buildCity(TODAY))).toBe(hashOf(city))
    expect(hashOf(buildCity(TODAY, 'another'))).not.toBe(hashOf(city))
  })

  it('can be built on any day: in a leap year, on a holiday, after the last year the calendar knows', () => {
    for (const today of ['2026-10-03', '2028-02-29', '2031-07-05']) {
      const then = buildCity(today)
      expect(then.history.at(-1)?.serviceDate.localeCompare(today)).toBe(-1)
      expect(then.lots.every(({ expiresOn }) => expiresOn > today)).toBe(true)
      expect(then.menuCycle).toEqual(city.menuCycle)
    }
  })

  it('has the size the demo promises', () => {
    expect(city.operators).toHaveLength(2)
    expect(city.cities).toHaveLength(2)
    expect(city.communities).toHaveLength(12)
    expect(city.buildings).toHaveLength(240)
    const count = (kind: string) => city.sites.filter((site) => site.kind === kind).length
    expect([count('central_kitchen'), count('kitchen'), count('canteen')]).toEqual([1, 2, 3])
    expect(city.dishes.filter(({ operatorId }) => operatorId === 'op_suiqiao').length).toBeGreaterThanOrEqual(60)
    expect(city.ingredients.length).toBeGreaterThanOrEqual(120)
    expect(city.suppliers).toHaveLength(10)
    expect(city.companies).toHaveLength(6)
    expect(city.people.filter(({ employment }) => employment)).toHaveLength(600)
    expect(city.people.filter(({ birthDate }) => birthDate < '1966-01-01')).toHaveLength(200)
    expect(city.products).toHaveLength(25)
    expect(new Set(city.history.map(({ serviceDate }) => serviceDate)).size).toBe(112)
  })

  it('gives every thing an id of its own', () => {
    const lists = Object.values(city).flatMap((list: readonly object[]) =>
      list.flatMap((item) => ('id' in item && typeof item.id === 'string' ? [item.id] : [])),
    )
    expect(lists.length).toBeGreaterThan(3000)
    expect(new Set(lists).size).toBe(lists.length)
  })

  it('gives every person an e-mail and a phone of their own', () => {
    const everybody = [...city.people, ...city.accounts]
    expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length)
    expect(new Set(everybody.map(({ phone }) => phone)).size).toBe(everybody.length)
    expect(everybody.every(({ phone }) => /^1990000\d{4}$/.test(phone))).toBe(true)
  })

  it('speaks Chinese and English wherever a person reads', () => {
    const texts = textsIn(JSON.parse(JSON.stringify(city)))
    expect(texts.length).toBeGreaterThan(2000)
    // a name in Chinese may stand for itself in Latin letters, but not the other way round
    expect(texts.filter(({ en }) => en.trim() === '' || /\p{Script=Han}/u.test(en))).toEqual([])
    expect(texts.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([])
  })
})

function textsIn(value: unknown): { zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [{ zh: String(value.zh), en: String(value.en) }]
  return Object.values(value).flatMap(textsIn)
}
