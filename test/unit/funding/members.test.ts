import { describe, expect, it } from 'vitest'
import { isMemberCode, newMemberCode } from '../../../src/funding/members/member-code'
import { pseudonymOf, sealFacts, openFacts, tagsOn } from '../../../src/funding/members/facts'
import { stack } from '../../../src/funding/domain/subsidies/stack'
import { SubsidyScheme } from '../../../src/funding/domain/subsidies/scheme'
import { SCHEMES } from '../../../src/scripts/city/people/schemes'

const config = { JWT_SECRET: 'a-secret-for-this-test-alone', PRIVACY_SECRET: undefined }
const FACTS = { birth: '1944-03-01', tags: [{ tag: 'hukou_city', from: '2026-01-01', to: '2026-06-30' }] }

describe('a member', () => {
  it('has a code in which no single wrong digit and no two swapped ones go unnoticed', () => {
    // Luhn, worked by hand: 1 4 3 8 5 12→3 7 16→7 sum 38, so 2 is missing to 40
    expect([isMemberCode('123456782'), isMemberCode('123456783')]).toEqual([true, false])
    for (let i = 0; i < 200; i += 1) {
      const code = newMemberCode()
      expect(isMemberCode(code)).toBe(true)
      const at = i % 9
      const wrong = `${code.slice(0, at)}${(Number(code[at]) + 1 + (i % 8)) % 10}${code.slice(at + 1)}`
      expect(isMemberCode(wrong)).toBe(false)
    }
  })

  it('has tags from one day to another, both included', () => {
    const on = (day: string) => tagsOn(FACTS, day)
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      [],
      ['hukou_city'],
      ['hukou_city'],
      [],
    ])
  })

  it('is sealed to its own row, under its own secret', () => {
    const sealed = sealFacts(config, 'mem_1', FACTS)
    expect(sealed).not.toContain('1944')
    expect(openFacts(config, 'mem_1', sealed)).toEqual(FACTS)
    expect(() => openFacts(config, 'mem_2', sealed)).toThrow()
    expect(() => openFacts({ ...config, PRIVACY_SECRET: 'another-secret-of-this-test' }, 'mem_1', sealed)).toThrow()
  })

  it('is one pseudonym for one document, whoever registers it', () => {
    const of = (idHash: string | null, personId: string) => pseudonymOf(config, { idHash, personId })
    expect(of('hash', 'per_1')).toBe(of('hash', 'per_2'))
    expect(of(null, 'per_1')).not.toBe(of(null, 'per_2'))
  })

  it('S1 is given what several schemes of a canteen add up to, never more than the food costs', () => {
    const [putuo, beijing] = SCHEMES.map((scheme) => SubsidyScheme.parse(scheme))
    if (!putuo || !beijing) throw new Error('no schemes')
    const person = { birth: '1944-03-01', tags: ['resident', 'hukou_city', 'basic_elderly_care'], registered: true }
    const enrolled = [putuo, beijing].map((scheme) => ({ scheme, registered: true }))
    const eat = (foodMinor: number) => {
      const meal = {
        day: '2026-11-02',
        period: 'lunch',
        mode: 'dine_in',
        foodMinor,
        deliveryFeeMinor: 0,
        packagingMinor: 0,
      } as const
      const { discount, grants, operatorGrants } = stack(enrolled, { meal, person, uses: [] })
      return [discount?.amountMinor, grants.map(({ amountMinor }) => amountMinor), operatorGrants.length]
    }
    // 20.00: 15% off, then 3.00 of the district and 5.00 of the city
    expect(eat(2_000)).toEqual([300, [300, 500], 1])
    // 5.20: 0.78 off; too little for the district, and 4.42 are left for the city
    expect(eat(520)).toEqual([78, [442], 1])
  })
})
