import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/procurement/engine/forecast/wording'
import { readCalendar, readMenus } from '../../../src/scripts/forecast/covariates'
import { formatOf } from '../../../src/scripts/forecast/days'
import { readHeadcount } from '../../../src/scripts/forecast/headcount'
import { readObservations } from '../../../src/scripts/forecast/observations'
import { readTable } from '../../../src/scripts/forecast/table'

const folder = mkdtempSync(join(tmpdir(), 'forecast-'))
function table(text: string, name = 'sold.csv') {
  const file = join(folder, name)
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return readTable(file)
}
const columns = { date: 'date', series: ['site'], value: 'sold', planned: 'plan' }
const dates = formatOf('2020-01-01')

describe('a file of sales', () => {
  it('is read with commas, semicolons or tabs, packed or not, in any order of columns', () => {
    for (const separator of [',', ';', '\t']) {
      const text = ['sold,date,plan,site', '3,2020-01-02,4,A', ',2020-01-03,,A'].join('\n').replaceAll(',', separator)
      const { observations, planned } = readObservations(table(text, 'sold.csv.gz'), columns)
      expect(observations.map(({ series, day, value }) => [series, day, value])).toEqual([
        ['A', 18_263, 3],
        ['A', 18_264, Number.NaN],
      ])
      expect([...planned]).toEqual([4, Number.NaN])
    }
  })

  it('adds up what stands twice, and names several columns as one series', () => {
    const text = 'date,site,meal,sold\n2020-01-02,A,lunch,3\n2020-01-02,A,lunch,4\n2020-01-02,A,dinner,1'
    const { observations } = readObservations(table(text), { date: 'date', series: ['site', 'meal'], value: 'sold' })
    expect(observations.map(({ series, value }) => [series, value])).toEqual([
      ['A · lunch', 7],
      ['A · dinner', 1],
    ])
  })

  it.each([
    ['many', /row 3, column "sold": "many" is no number/],
    ['-2', /row 3, column "sold": -2 is less than nothing/],
  ])('says where a value of %s stands', (value, message) => {
    const text = `date,site,sold,plan\n2020-01-01,A,1,1\n2020-01-02,A,${value},1`
    expect(() => readObservations(table(text), columns)).toThrow(message)
  })

  it('says where a date is none, and which columns there are when one is missing', () => {
    const text = 'date,site,sold,plan\n2020-01-01,A,1,1\n2020-02-30,A,1,1'
    expect(() => readObservations(table(text), columns)).toThrow(/row 3, column "date": "2020-02-30" is no date/)
    expect(() => readObservations(table(text), { ...columns, value: 'actual' })).toThrow(
      /column "actual": has no such column, but date, site, sold, plan/,
    )
    expect(() => table('date,site,sold\n2020-01-01,A')).toThrow(/row 2: has 2 fields where the header has 3/)
  })

  it('takes prices and promotions for known ahead, and nothing else it was not told of', () => {
    const text = 'week,id,sold,checkout_price,promotion,revenue,dish\n1,A,5,2.5,0,12.5,soup\n2,A,6,2,1,12,soup'
    const { factNames, observations, format } = readObservations(table(text), {
      date: 'week',
      series: ['id'],
      value: 'sold',
    })
    expect([factNames, format.areDates]).toEqual([['checkout_price', 'promotion'], false])
    expect(observations[1]).toMatchObject({ day: 2, facts: [2, 1], text: 'soup' })
  })
})

describe('what is known ahead', () => {
  it('reads flags by day, words counting as set', () => {
    const calendar = readCalendar(table('date,holiday,name\n2020-01-01,1,New Year\n2020-01-02,0,'), dates)
    expect(calendar.map(({ name, byDay }) => [name, ...byDay.values()])).toEqual([
      ['holiday', 1, 0],
      ['name', 1, 0],
    ])
  })

  it('reads menus of all, or of each series', () => {
    const series = new Set(['lunch', 'dinner'])
    const all = readMenus(table('date,rank,dish\n2020-01-01,1,Soupe\n2020-01-01,2,Gratin'), dates, series)
    expect([...all.byDay.values()]).toEqual([['Soupe', 'Gratin']])
    const own = readMenus(table('date,meal,menu\n2020-01-01,lunch,Soupe\n2020-01-01,dinner,Gratin'), dates, series)
    expect([...own.bySeries]).toEqual([
      ['18262|lunch', 'Soupe'],
      ['18262|dinner', 'Gratin'],
    ])
  })

  it('reads headcounts by school year and the beginning of a name, or by day with those away taken off', () => {
    const schools = 'school,school_year,headcount\nNORD A,2019-2020,30\nNORD B,2019-2020,20\nNORD A,2020-2021,33'
    const byYear = readHeadcount(table(schools), dates, ['NORD', 'SUD'])
    const day = (text: string) => dates.read(text) as number
    expect([byYear.of('NORD', day('2020-08-31')), byYear.of('NORD', day('2020-09-01'))]).toEqual([[50], [33]])
    expect(byYear.of('SUD', day('2020-01-01'))).toEqual([Number.NaN])
    const byDay = readHeadcount(table('date,employees,on_leave,remote\n2020-01-01,100,10,5'), dates, ['lunch'])
    expect([byDay.names.at(-1), byDay.of('lunch', day('2020-01-01'))]).toEqual(['present', [100, 10, 5, 85]])
  })

  it('compares dishes by their whole name and the stems of their words, in Chinese by pairs of characters', () => {
    expect(wordsOf('Gratin de courgettes')).toEqual(['gratin de courgettes', '~gratin', '~courge'])
    expect(wordsOf('番茄牛腩')).toEqual(['番茄牛腩', '~番茄', '~茄牛', '~牛腩'])
  })
})
