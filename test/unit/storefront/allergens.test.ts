import { describe, expect, it } from 'vitest'
import { ALLERGEN_NAMES, conflictsOf, inCn8 as serverCn8 } from '../../../src/kernel/allergens'
import { CN8, EU_ONLY, hitsOf, inCn8 } from '../../../storefront/shop/allergens'

const all = Object.keys(ALLERGEN_NAMES)

describe('allergens in the shop', () => {
  it('R4 are the fourteen the server knows, and of them the eight of China', () => {
    expect([...CN8, ...EU_ONLY].toSorted()).toEqual(all.toSorted())
    expect(inCn8(all)).toEqual(serverCn8(all))
  })

  it('R4 warn of the same dishes the order would refuse', () => {
    const declared = ['peanuts', 'sesame']
    for (const label of [
      { contains: ['peanuts'], mayContain: [], assessed: true },
      { contains: ['gluten'], mayContain: ['sesame'], assessed: true },
      { contains: ['gluten'], mayContain: [], assessed: true },
      { contains: [], mayContain: [], assessed: false },
    ])
      expect(hitsOf(declared, label)).toEqual(conflictsOf(declared, label))
  })
})
