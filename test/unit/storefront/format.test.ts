import { describe, expect, it } from 'vitest'
import { count, dateIn, day, dayShort, daysAfter, grams, money, time } from '../../../storefront/i18n/format'

describe('R13 amounts, dates and times', () => {
  it('write money with the currency’s own number of decimals', () => {
    expect(money(128_000, 'CNY', 'en')).toBe('¥1,280.00')
    expect(money(128_000, 'cny', 'zh-CN')).toBe('¥1,280.00')
    expect(money(1_280, 'JPY', 'en')).toBe('¥1,280')
    expect(money(0, 'CNY', 'en')).toBe('¥0.00')
    expect(money(-250, 'CNY', 'en')).toBe('-¥2.50')
  })

  it('name days as the language does', () => {
    expect(day('2026-11-23', 'zh-CN')).toBe('11月23日 周一')
    expect(day('2026-11-23', 'en')).toBe('Mon 23 Nov')
    expect(dayShort('2026-11-25', 'zh-CN')).toEqual(['25日', '周三'])
    expect(dayShort('2026-11-25', 'en')).toEqual(['25 Nov', 'Wed'])
  })

  it('show the time on the wall of the kitchen, also after midnight', () => {
    expect(time('2026-11-01T16:30:00Z', 'Asia/Shanghai')).toBe('00:30')
    expect(time('2026-11-01T16:30:00Z', 'America/New_York')).toBe('11:30')
  })

  it('take the day from the kitchen’s calendar, not from Greenwich’s', () => {
    expect(dateIn('2026-11-01T16:30:00Z', 'Asia/Shanghai')).toBe('2026-11-02')
    expect(dateIn('2026-11-01T15:59:59Z', 'Asia/Shanghai')).toBe('2026-11-01')
  })

  it('count calendar days, whatever the clocks did', () => {
    expect(daysAfter('2026-11-02', '2026-11-01')).toBe(1)
    expect(daysAfter('2026-11-01', '2026-11-01')).toBe(0)
    expect(daysAfter('2027-01-01', '2026-12-31')).toBe(1)
  })

  it('write quantities short', () => {
    expect(count(12_345.67, 'en')).toBe('12,345.7')
    expect(grams(850, 'en')).toBe('850 g')
    expect(grams(12_500, 'zh-CN')).toBe('12.5 kg')
  })
})
