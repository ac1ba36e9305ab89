import { describe, expect, it } from 'vitest'
import { type CycleDish, dishesOn, type Menus } from '../../../src/catalogue/domain/dishes-on'
import { cycleDay } from '../../../src/catalogue/domain/menu-day'
import { marginBps } from '../../../src/catalogue/domain/margin'

/** A rotation of three weeks: every day has a dish of its own name. */
const LENGTH = 21
const cycle = Array.from({ length: LENGTH }, (_, day): CycleDish => {
  return { period: 'lunch', day, length: LENGTH, dishId: `dish-${day}`, portions: 50 }
})
const menus = (given: Partial<Menus> = {}): Menus => ({ cycle, calendar: undefined, exceptions: [], ...given })
const dish = (date: string, given?: Partial<Menus>) => {
  const { origin, dishes } = dishesOn(menus(given), date, 'lunch')
  return [origin, ...dishes.map(({ dishId }) => dishId)]
}
const of = (date: string) => `dish-${cycleDay(date, LENGTH)}`

describe('the menu of a day', () => {
  it('turns in as many weeks as the rotation has', () => {
    expect(dish('2024-01-01')).toEqual(['rotation', 'dish-0'])
    expect(dish('2024-01-21')).toEqual(['rotation', 'dish-20'])
    expect(dish('2024-01-22')).toEqual(['rotation', 'dish-0'])
    expect(dishesOn(menus(), '2024-01-01', 'dinner').dishes).toEqual([])
  })

  it('is closed on holidays, and has a weekday’s dishes on a Saturday people make up for, where the calendar says so', () => {
    const calendar = { closedOnHolidays: true, madeUpAs: 5 }
    // National Day 2025 is a Wednesday; Saturday 2025-10-11 is worked for its bridge days
    expect(dish('2025-10-01', { calendar })).toEqual(['holiday'])
    expect(dish('2025-10-11', { calendar })).toEqual(['made_up', of('2025-10-10')])
    expect(dish('2025-10-18', { calendar })).toEqual(['rotation', of('2025-10-18')])
    expect(dish('2025-10-01')).toEqual(['rotation', of('2025-10-01')])
    expect(dish('2025-10-11', { calendar: { closedOnHolidays: true, madeUpAs: null } })[0]).toBe('rotation')
  })

  it('is what somebody said before anything else, also on a holiday, also nothing', () => {
    const calendar = { closedOnHolidays: true, madeUpAs: 5 }
    const feast = { period: 'lunch' as const, serviceDate: '2025-10-01', dishes: [{ dishId: 'duck', portions: 9 }] }
    expect(dish('2025-10-01', { calendar, exceptions: [feast] })).toEqual(['exception', 'duck'])
    expect(dish('2025-10-11', { calendar, exceptions: [{ ...feast, serviceDate: '2025-10-11', dishes: [] }] })).toEqual(
      ['exception'],
    )
  })
})

describe('the margin of a dish', () => {
  it('is what is left of the price without its tax', () => {
    // 21.20 with 6 % tax is 20.00; food for 8.00 leaves 60 %
    expect(marginBps({ priceMinor: 2120, taxBps: 600 }, 800)).toBe(6000)
    expect(marginBps({ priceMinor: 1000, taxBps: 0 }, 1500)).toBe(-5000)
    expect(marginBps({ priceMinor: 0, taxBps: 0 }, 100)).toBe(0)
  })
})
