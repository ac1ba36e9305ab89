import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DishToCook, planBatches, type StationPlaces } from '../../../src/kitchen/domain/batch-plan'

const SERVING = new Date('2026-11-02T03:00:00Z')
const MINUTE = 60_000

const dish = fc.record({
  dishId: fc.constantFrom('rice', 'pork', 'tofu', 'soup', 'greens', 'noodles'),
  station: fc.constantFrom('wok', 'steam', 'cold'),
  portions: fc.integer({ min: 1, max: 500 }),
  minutes: fc.integer({ min: 1, max: 180 }),
  batchPortions: fc.integer({ min: 1, max: 120 }),
})
const dishes = fc
  .uniqueArray(dish, { selector: ({ dishId }) => dishId, maxLength: 6 })
  .map((list) => list.map((one): DishToCook => ({ ...one, recipeVersionId: `${one.dishId}-1` })))
const places = fc.record({ wok: fc.integer({ min: 1, max: 4 }), steam: fc.integer({ min: 1, max: 4 }) })

const property = (check: (dishes: readonly DishToCook[], places: StationPlaces) => void) =>
  fc.assert(fc.property(dishes, places, (toCook, perStation) => check(toCook, new Map(Object.entries(perStation)))))

describe('batch plan', () => {
  it('covers every portion of every dish, no more and no less', () =>
    property((toCook, stationPlaces) => {
      const plan = planBatches(toCook, stationPlaces, SERVING)
      for (const { dishId, portions } of toCook) {
        const made = plan.filter((batch) => batch.dishId === dishId).reduce((sum, batch) => sum + batch.portions, 0)
        expect(made).toBe(portions)
      }
      expect(new Set(plan.map(({ dishId }) => dishId)).size).toBe(toCook.length)
    }))

  it('fills no equipment over its size and makes no empty batch', () =>
    property((toCook, stationPlaces) => {
      for (const batch of planBatches(toCook, stationPlaces, SERVING)) {
        const { batchPortions = 0 } = toCook.find(({ dishId }) => dishId === batch.dishId) ?? {}
        expect(batch.portions).toBeLessThanOrEqual(batchPortions)
        expect(batch.portions).toBeGreaterThan(0)
      }
    }))

  it('starts every batch early enough to be cooked when serving starts', () =>
    property((toCook, stationPlaces) => {
      for (const { startBy, minutes } of planBatches(toCook, stationPlaces, SERVING)) {
        expect(startBy.getTime() + minutes * MINUTE).toBeLessThanOrEqual(SERVING.getTime())
      }
    }))

  it('cooks at no time more batches at a station than it has places', () =>
    property((toCook, stationPlaces) => {
      const plan = planBatches(toCook, stationPlaces, SERVING)
      for (const { station, startBy } of plan) {
        const at = startBy.getTime()
        const cooking = plan.filter(
          (other) =>
            other.station === station &&
            other.startBy.getTime() <= at &&
            at < other.startBy.getTime() + other.minutes * MINUTE,
        )
        expect(cooking.length).toBeLessThanOrEqual(stationPlaces.get(station) ?? 1)
      }
    }))

  it('is the same plan whatever the order in which the dishes come', () =>
    property((toCook, stationPlaces) => {
      const plan = planBatches(toCook, stationPlaces, SERVING)
      expect(planBatches([...toCook].reverse(), stationPlaces, SERVING)).toEqual(plan)
    }))

  it('cooks 45 portions in a wok of 20 portions and 12 minutes as 20 + 20 + 5, started by 10:24, 10:36 and 10:48', () => {
    const pork = {
      dishId: 'pork',
      recipeVersionId: 'pork-1',
      station: 'wok',
      portions: 45,
      minutes: 12,
      batchPortions: 20,
    }
    const plan = planBatches([pork], new Map([['wok', 1]]), SERVING)
    expect(plan.map(({ sequence, portions, startBy }) => [sequence, portions, startBy.toISOString()])).toEqual([
      [1, 20, '2026-11-02T02:24:00.000Z'],
      [2, 20, '2026-11-02T02:36:00.000Z'],
      [3, 5, '2026-11-02T02:48:00.000Z'],
    ])
  })

  it('counts one dish on through two versions of its recipe', () => {
    const tofu = { dishId: 'tofu', station: 'wok', portions: 30, minutes: 10, batchPortions: 20 }
    const versions = [
      { ...tofu, recipeVersionId: 'tofu-1' },
      { ...tofu, recipeVersionId: 'tofu-2' },
    ]
    const plan = planBatches(versions, new Map([['wok', 1]]), SERVING)
    expect(plan.map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3, 4])
    expect(plan.filter(({ recipeVersionId }) => recipeVersionId === 'tofu-2').map(({ portions }) => portions)).toEqual([
      20, 10,
    ])
  })
})
