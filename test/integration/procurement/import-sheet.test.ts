import { asc } from 'drizzle-orm'
import writeExcel from 'write-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importSheet, type ImportKind } from '../../../src/procurement/importing/import-sheet'
import { sheetTemplate } from '../../../src/procurement/importing/sheet-template'
import { ingredients, suppliers, supplyTerms } from '../../../src/procurement/schema/supply'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY_10, OPERATOR, stockPantry } from '../../support/pantry'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const read = (kind: ImportKind, content: string | Buffer, commit = true, operatorId = OPERATOR) =>
  importSheet(app, {
    kind,
    operatorId,
    file: { name: 'sheet.csv', base64: Buffer.from(content).toString('base64') },
    commit,
    importedBy: 'per_buyer',
  })
const SUPPLIERS = 'id,name_zh,name_en,delivery_weekdays,lead_days,order_cutoff,minimum,zone'
const PRICES = 'supplier_id,item_id,priority,pack_size,pack_zh,pack_en,minimum_packs,multiple_packs,price,price_breaks'

describe('importing', () => {
  it('takes new suppliers over, changes what differs, and changes nothing the second time', {
    timeout: 60_000,
  }, async () => {
    const sheet = `${SUPPLIERS}
sup_new,新店,New,1 3 5,2,17:00,300.50,Asia/Shanghai
sup_grain,粮,Grain & Meat,1 2 3 4 5,1,16:30,0,Asia/Shanghai
`
    expect(await read('suppliers', sheet, false)).toMatchObject({ committed: false, added: 1, changed: 1, errors: [] })
    expect(await app.db.select().from(suppliers)).toHaveLength(1)
    expect(await read('suppliers', sheet)).toMatchObject({ committed: true, added: 1, changed: 1 })
    expect(await app.db.select().from(suppliers).orderBy(asc(suppliers.id))).toMatchObject([
      { id: 'sup_grain', orderCutoff: '16:30', name: { zh: '粮', en: 'Grain & Meat' } },
      { id: 'sup_new', minimumMinor: 30_050, deliveryWeekdays: [1, 3, 5] },
    ])
    expect(await read('suppliers', sheet)).toMatchObject({ committed: true, added: 0, changed: 0, unchanged: 2 })
  })

  it('names every wrong cell by row and column and takes nothing over', { timeout: 60_000 }, async () => {
    const { committed, errors } = await read(
      'prices',
      `${PRICES}
sup_grain,rice,1,25000,袋,bag,1,1,130.00,4:125.00
sup_grain,rice,1,25000,袋,bag,1,1,130.00,
sup_grain,pork,0,heavy,,bag,1,1,16,4:200.00
sup_who,milk,1,1000,盒,box,1,1,12.345,
sup_grain,egg,1,30,板,tray,1,1,20.00,5:19.00 4:18.00
`,
    )
    expect(committed).toBe(false)
    expect(errors.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '3 supplier_id twice',
      '4 priority range',
      '4 pack_size number',
      '4 pack_zh required',
      '5 price number',
      '6 price_breaks order',
    ])
    const unknown = await read('prices', `${PRICES}\nsup_who,milk,1,1000,盒,box,1,1,12.30,\n`)
    expect(unknown.errors.map(({ column, code }) => [column, code])).toEqual([
      ['supplier_id', 'unknown'],
      ['item_id', 'unknown'],
    ])
    expect(await app.db.select().from(supplyTerms)).toHaveLength(2)
    expect((await read('prices', 'supplier_id,item_id\n')).errors).toContainEqual({
      row: 1,
      column: 'price',
      code: 'missing_column',
      value: '',
    })
  })

  it('reads a workbook, adds items and never changes the unit of one that stands', { timeout: 60_000 }, async () => {
    const rows = [
      ['id', 'name_zh', 'name_en', 'unit', 'shelf_life_days', 'storage'],
      ['milk', '牛奶', 'Milk', 'ml', 7, 'chilled'],
    ]
    const workbook = await writeExcel(rows.map((row) => row.map((value) => ({ value })))).toBuffer()
    expect(await read('items', workbook)).toMatchObject({ committed: true, added: 1, errors: [] })
    expect(await app.db.select().from(ingredients)).toHaveLength(4)
    const changed = `id,name_zh,name_en,unit,shelf_life_days,storage\nrice,rice,rice,piece,30,ambient\n`
    expect((await read('items', changed)).errors).toMatchObject([{ row: 2, column: 'id', code: 'exists' }])
  })

  it('gives out what stands in the columns it takes, so that read back it changes nothing', {
    timeout: 60_000,
  }, async () => {
    for (const kind of ['suppliers', 'items', 'prices'] as const) {
      const sheet = await sheetTemplate(app, kind, OPERATOR)
      expect(await read(kind, sheet)).toMatchObject({ committed: true, added: 0, changed: 0, errors: [] })
    }
  })

  it('refuses what is no sheet, and what belongs to another tenant', { timeout: 60_000 }, async () => {
    await expect(read('items', Buffer.from('PK\u0003\u0004 not a workbook'))).rejects.toMatchObject({
      code: 'unreadable_file',
    })
    const taken = await read('suppliers', `${SUPPLIERS}\nsup_grain,a,b,1,1,10:00,0,UTC\n`, true, 'op_other')
    expect(taken.errors).toMatchObject([{ row: 2, column: 'id', code: 'taken' }])
  })
})
