import { describe, expect, it } from 'vitest'
import { jointReplenishment } from '../../../src/procurement/engine/policies/joint-replenishment'
import { normalNewsvendor, poissonNewsvendor } from '../../../src/procurement/engine/policies/newsvendor'
import { distribution, loss, standardQuantile } from '../../../src/procurement/engine/policies/normal'
import { gammaDistribution, poisson } from '../../../src/procurement/engine/policies/gamma'
import { discountedOrderQuantity } from '../../../src/procurement/engine/policies/order-quantity'
import { perishablePolicy, roundedGamma } from '../../../src/procurement/engine/policies/perishable'
import {
  poissonReorderUpTo,
  reorderCost,
  reorderPoint,
  reorderPointFor,
} from '../../../src/procurement/engine/policies/reorder'

describe('distributions', () => {
  it('agree with the printed tables', () => {
    expect(distribution(1.96)).toBeCloseTo(0.9750021048517795, 14)
    expect(distribution(-6)).toBeCloseTo(9.865876450376981e-10, 20)
    expect(standardQuantile(0.95)).toBeCloseTo(1.6448536269514722, 12)
    expect(loss(0)).toBeCloseTo(0.3989422804014327, 15)
    // shape 1 is the exponential distribution
    expect(gammaDistribution(2, 1, 1)).toBeCloseTo(1 - Math.exp(-2), 14)
    expect(gammaDistribution(30, 4, 2)).toBeCloseTo(0.9997886, 6)
    expect(poisson(6)[0]).toBeCloseTo(Math.exp(-6), 15)
    expect(poisson(6).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
  })
})

describe('the classic policies', () => {
  it('T3 buys 800 at the lowest price: 884 of goods, 13 of orders and 81.60 of stock', () => {
    const tiers = [
      { from: 0, price: 0.75 },
      { from: 400, price: 0.72 },
      { from: 800, price: 0.68 },
    ]
    const best = discountedOrderQuantity({ demand: 1_300, orderCost: 8, holdingRate: 0.3, tiers })
    expect(best.quantity).toBe(800)
    expect(best.cost).toBeCloseTo(978.6, 9)
  })

  it('T4 finds the newsvendor under normal and Poisson demand', () => {
    const normal = normalNewsvendor({ holding: 0.18, shortage: 0.7 }, 50, 8)
    expect(normal.level).toBeCloseTo(56.60395592743389, 9)
    expect(normal.cost).toBeCloseTo(1.997605193176645, 9)
    const six = poissonNewsvendor({ holding: 1, shortage: 4 }, 6)
    expect(six.level).toBe(8)
    expect(six.cost).toBeCloseTo(3.570106945770946, 9)
    const lead = poissonNewsvendor({ holding: 0.08, shortage: 1.25 }, 18 * 5)
    expect(lead.level).toBe(105)
    expect(lead.cost).toBeCloseTo(1.5450188691551778, 9)
  })

  it.each([
    [10, 6, 40, 35.022],
    [20, 14, 62, 49.173],
    [30, 23, 66, 57.819],
    [40, 33, 87, 64.512],
    [50, 42, 108, 70.975],
    [60, 52, 129, 77.306],
    [70, 62, 81, 79.037],
    [21, 15, 65, 50.406],
    [23, 17, 52, 52.757],
    [51, 43, 110, 71.611],
    [59, 51, 126, 76.679],
    [63, 54, 73, 78.287],
  ])('T5 reorders for a mean of %i at %i up to %i', (mean, reorderAt, upTo, cost) => {
    const best = poissonReorderUpTo({ holding: 1, shortage: 9 }, 64, mean, 0)
    expect(best).toMatchObject({ reorderAt, upTo })
    expect(best.cost).toBeCloseTo(cost, 3)
  })

  it('T6 reorders at 126.87 a quantity of 328.45', () => {
    const costs = { holding: 0.225, shortage: 7.5 }
    const demand = { mean: 1_300, deviation: 150, leadTime: 1 / 12, orderCost: 8 }
    expect(reorderCost(costs, demand, 126.8, 328.5)).toBeCloseTo(78.07116250928294, 8)
    expect(reorderPointFor(costs, demand, 318)).toBeCloseTo(127.7880348669655, 4)
    const best = reorderPoint(costs, demand)
    expect(best.reorderAt).toBeCloseTo(126.867, 3)
    expect(best.quantity).toBeCloseTo(328.449, 3)
    expect(best.cost).toBeLessThanOrEqual(78.07116250928294)
  })

  it('T7 orders five items together every 0.2456 years, by 1, 1, 2, 3 and 3', () => {
    const k = [1.87, 5.27, 7.94, 8.19, 8.87]
    const d = [1_736, 656, 558, 170, 142]
    const items = k.map((orderCost, i) => ({ orderCost, holding: 0.2, demand: d[i]! }))
    const best = jointReplenishment({ commonCost: 10, items })
    expect(best.multiples).toEqual([1, 1, 2, 3, 3])
    expect(best.cycle).toBeCloseTo(0.24555758968719596, 12)
    expect(best.cost).toBeCloseTo(218.2515857139798, 9)
  })

  it('T8 orders a perishable as the published table does', () => {
    const policy = perishablePolicy({
      life: 2,
      leadTime: 1,
      maxOrder: 10,
      issue: 'fifo',
      demand: roundedGamma(4, 0.5),
      orderCost: 3,
      shortage: 5,
      wastage: 7,
      holding: 1,
      discount: 0.99,
    })
    expect(policy.cost).toBeCloseTo(1510.4701, 4)
    const table = [
      '100000000',
      '110000000',
      '211000000',
      '221100000',
      '322111100',
      '332211111',
      '433322222',
      '443333333',
      '444444444',
    ]
    const found = table.map((_, row) => Array.from({ length: 9 }, (__, old) => policy.order([8 - row, old])).join(''))
    expect(found).toEqual(table)
  })
})
