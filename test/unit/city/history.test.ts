import { describe, expect, it } from 'vitest'
import { isHoliday, isMakeUpWorkday, isWorkday, weekdayOf } from '../../../src/kernel/work-calendar'
import { buildCity } from '../../../src/scripts/city/city'
import type { DemandFact } from '../../../src/scripts/city/menus/history'

const { history, menuCycle } = buildCity('2026-11-23')
const sum = (facts: readonly DemandFact[]) => facts.reduce((total, { portions }) => total + portions, 0)
const lunchOf = (siteId: string) => history.filter((fact) => fact.siteId === siteId && fact.period === 'lunch')
const perDay = (facts: readonly DemandFact[], wanted: (date: string) => boolean) => {
  const chosen = facts.filter(({ serviceDate }) => wanted(serviceDate))
  return sum(chosen) / new Set(chosen.map(({ serviceDate }) => serviceDate)).size
}

describe('the calendar', () => {
  it('knows bridge days and the Saturdays that pay for them, in any time zone', () => {
    expect(isHoliday('2026-10-01')).toBe(true)
    expect(isWorkday('2026-10-01')).toBe(false)
    expect(isMakeUpWorkday('2026-10-10')).toBe(true)
    expect(weekdayOf('2026-10-10')).toBe(6)
    expect(isWorkday('2026-10-10')).toBe(true)
    expect(isWorkday('2026-10-11')).toBe(false)
    expect(isWorkday('2026-11-23')).toBe(true)
  })
})

describe('sixteen weeks of demand', () => {
  it('never sold more than was offered, and is unique per site, dish, day and period', () => {
    const most = Math.max(...menuCycle.map(({ portions }) => portions))
    expect(history.every(({ portions }) => Number.isInteger(portions) && portions >= 0 && portions <= most)).toBe(true)
    const keys = history.map((f) => `${f.siteId}/${f.dishId}/${f.serviceDate}/${f.period}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('follows the week: offices eat less on Fridays, canteens more at weekends', () => {
    const office = lunchOf('site_ck')
    const friday = perDay(office, (date) => weekdayOf(date) === 5)
    expect(friday).toBeLessThan(perDay(office, (date) => weekdayOf(date) === 2) * 0.93)
    const canteen = lunchOf('site_c1')
    const weekend = perDay(canteen, (date) => weekdayOf(date) > 5 && !isWorkday(date) && !isHoliday(date))
    expect(weekend).toBeGreaterThan(perDay(canteen, (date) => weekdayOf(date) < 5 && !isHoliday(date)))
  })

  it('knows the National Day week: no group meals, fewer orders elsewhere', () => {
    expect(lunchOf('site_ck').filter(({ serviceDate }) => isHoliday(serviceDate))).toEqual([])
    const kitchen = lunchOf('site_k1')
    expect(perDay(kitchen, isHoliday)).toBeLessThan(perDay(kitchen, (date) => !isHoliday(date)) * 0.85)
    expect(sum(lunchOf('site_ck').filter(({ serviceDate }) => serviceDate === '2026-10-10'))).toBeGreaterThan(300)
  })

  it('lets a new dish start late and sell best in its first week', () => {
    const curry = history.filter(({ dishId }) => dishId === 'dish_curry_chicken_rice')
    const first = curry.map(({ serviceDate }) => serviceDate).sort()[0]
    expect(first && first >= '2026-10-14').toBe(true)
  })
})

describe('menus', () => {
  it('offer 8 to 12 dishes a meal, tomato beef at every lunch, and turn in four weeks', () => {
    const meals = new Map<string, typeof menuCycle>()
    for (const entry of menuCycle) {
      const key = `${entry.siteId}/${entry.period}/${entry.day}`
      meals.set(key, [...(meals.get(key) ?? []), entry])
    }
    for (const [key, entries] of meals) {
      expect(entries.length, key).toBeGreaterThanOrEqual(8)
      expect(entries.length, key).toBeLessThanOrEqual(12)
      expect(new Set(entries.map(({ dishId }) => dishId)).size, key).toBe(entries.length)
      if (key.includes('/lunch/'))
        expect(
          entries.some(({ dish }) => dish.key === 'tomato_beef_rice'),
          key,
        ).toBe(true)
    }
    expect(Math.max(...menuCycle.map(({ day }) => day))).toBe(27)
  })
})
