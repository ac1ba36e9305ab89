import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../storefront/ui/export/csv'
import { sheetOf } from '../../../storefront/ui/export/sheet-of'

interface Row {
  readonly name: string
  readonly minor: number
}

const COLUMNS = [
  { key: 'name', header: '名称', cell: ({ name }: Row) => name, sort: ({ name }: Row) => name },
  {
    key: 'total',
    header: 'Total',
    cell: () => '¥1',
    sort: ({ minor }: Row) => minor,
    value: ({ minor }: Row) => minor / 100,
  },
  { key: 'button', header: '', cell: () => null },
]

describe('what a table hands out as a file', () => {
  it('is the values of its columns, headers first, amounts as numbers', () => {
    expect(sheetOf(COLUMNS, [{ name: '大米', minor: 1_250 }])).toEqual([
      ['名称', 'Total'],
      ['大米', 12.5],
    ])
  })

  it('comes back from CSV as it went in, in a file Excel reads as UTF-8', () => {
    const rows = [
      ['a,b', 'said "no"', 'two\r\nlines'],
      ['大米', 1.5, null],
    ]
    const csv = csvOf(rows)
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(parse(csv, { bom: true })).toEqual([
      ['a,b', 'said "no"', 'two\r\nlines'],
      ['大米', '1.5', ''],
    ])
  })

  it('runs as no formula, while a negative number stays a number', () => {
    expect(csvOf([['=1+1', '+a', '-b', '@c', -5]])).toBe("\ufeff'=1+1,'+a,'-b,'@c,-5\r\n")
  })
})
