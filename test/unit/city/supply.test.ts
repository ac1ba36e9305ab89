import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/kernel/time'
import { buildCity } from '../../../src/scripts/city/city'
import { ingredientsOf } from '../../../src/scripts/city/catalogue'
import { portionsOn } from '../../../src/scripts/city/menus/cycle'

const TODAY = '2026-11-23'
const { operators, suppliers, terms, certificates, lots, sites } = buildCity(TODAY)

describe('supply', () => {
  it('has for every operator a supplier of every ingredient it cooks with', () => {
    for (const operator of operators)
      for (const { id } of ingredientsOf(operator))
        expect(
          terms.filter((t) => t.operatorId === operator.id && t.ingredientId === id).map((t) => t.priority),
        ).toContain(1)
  })

  it('has terms that can be bought by: whole packs, rising breaks, a delivery day', () => {
    for (const term of terms) {
      expect(Number.isInteger(term.packSize) && term.packSize > 0).toBe(true)
      expect(term.minimumPacks).toBeGreaterThan(0)
      const steps = [{ packs: 1, priceMinor: term.priceMinor }, ...term.priceBreaks]
      for (const [i, step] of steps.entries()) {
        const before = steps[i - 1]
        if (before) {
          expect(step.packs).toBeGreaterThan(before.packs)
          expect(step.priceMinor).toBeLessThan(before.priceMinor)
        }
      }
    }
    for (const supplier of suppliers) expect(supplier.deliveryWeekdays.every((day) => day >= 1 && day <= 7)).toBe(true)
  })

  it('has a second choice for vegetables, cheaper and slower', () => {
    const tomato = terms.filter((t) => t.ingredientId === 'ing_tomato' && t.operatorId === 'op_suiqiao')
    const [first, second] = tomato
    expect(tomato.map(({ supplierId }) => supplierId)).toEqual(['sup_qiyu', 'sup_poshang'])
    expect(second?.priceMinor).toBeLessThan(first?.priceMinor ?? 0)
  })

  it('has papers that are valid today, one licence of which ends within a month', () => {
    for (const paper of certificates) {
      expect(paper.validFrom <= TODAY && TODAY <= paper.validTo).toBe(true)
    }
    const ending = certificates.filter(({ validTo }) => validTo < addDays(TODAY, 30))
    expect(ending.map(({ supplierId, kind }) => `${supplierId} ${kind}`)).toEqual(['sup_poshang food_licence'])
    expect(new Set(certificates.filter(({ kind }) => kind === 'food_licence').map((c) => c.supplierId)).size).toBe(10)
  })

  it('opens with fresh lots of what each site cooks, and not more than it can use in time', () => {
    for (const site of sites) expect(lots.filter(({ siteId }) => siteId === site.id).length).toBeGreaterThan(50)
    for (const lot of lots) {
      expect(lot.expiresOn >= addDays(TODAY, 1)).toBe(true)
      expect(lot.receivedOn <= TODAY).toBe(true)
      expect(lot.quantity).toBeGreaterThan(0)
      expect(lot.costPerThousand).toBeGreaterThan(0)
    }
  })

  it('leaves group meals out on holidays, and lets a make-up Saturday be a Friday', () => {
    const central = sites.find(({ id }) => id === 'site_ck')
    const kitchen = sites.find(({ id }) => id === 'site_k1')
    if (!central || !kitchen) throw new Error('sites are missing')
    expect(portionsOn(central, '2026-10-01')).toEqual([])
    expect(portionsOn(central, '2026-10-10')).toEqual(portionsOn(central, '2026-10-09'))
    expect(portionsOn(central, '2026-10-11')).toEqual([])
    expect(portionsOn(kitchen, '2026-10-01')).not.toEqual([])
  })
})
