import { asc, eq } from 'drizzle-orm'
import writeExcel from 'write-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importSheet, type ImportKind } from '../../../src/procurement/importing/import-sheet'
import { sheetTemplate } from '../../../src/procurement/importing/sheet-template'
import { ingredients, stocking, suppliers, supplyTerms } from '../../../src/procurement/schema/supply'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY_10, OPERATOR, SITE, stockPantry } from '../../support/pantry'

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
    siteIds: [SITE],
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
    const heading = 'id,name_zh,name_en,unit,shelf_life_days,storage'
    const otherUnit = await read('items', `${heading}\nmilk,牛奶,Milk,piece,7,chilled\n`)
    expect(otherUnit.errors).toMatchObject([{ row: 2, column: 'unit', code: 'unit_fixed' }])
    expect(await read('items', `${heading}\nmilk,鲜牛奶,Fresh milk,ml,5,chilled\n`)).toMatchObject({
      changed: 1,
      errors: [],
    })
    const [milk] = await app.db.select().from(ingredients).where(eq(ingredients.id, 'milk'))
    expect(milk).toMatchObject({ name: { zh: '鲜牛奶', en: 'Fresh milk' }, shelfLifeDays: 5, unit: 'ml' })
    // the first tenant buys the rice: it is not the other one's to change
    const foreign = await read('items', `${heading}\nrice,米,Rice,g,30,ambient\n`, true, 'op_other')
    expect(foreign.errors).toMatchObject([{ row: 2, column: 'id', code: 'shared' }])
  })

  it('takes over holidays and fees of suppliers, and keeps them where a sheet has no such column', {
    timeout: 60_000,
  }, async () => {
    const row = 'sup_grain,粮,Grain,1 2 3 4 5,1,16:30,0,Asia/Shanghai'
    const wide = `${SUPPLIERS},work_weekdays,holidays,make_up_days,delivery_fee`
    const wrong = await read('suppliers', `${wide}\n${row},1 2 3 4 5,tomorrow,,30.00\n`)
    expect(wrong.errors).toMatchObject([{ row: 2, column: 'holidays', code: 'format' }])
    await read('suppliers', `${wide}\n${row},1 2 3 4 5,2026-10-02 2026-10-01,2026-10-10,30.00\n`)
    await read('suppliers', `${SUPPLIERS}\n${row.replace('16:30', '15:00')}\n`)
    expect(await app.db.select().from(suppliers)).toMatchObject([
      {
        orderCutoff: '15:00',
        workWeekdays: [1, 2, 3, 4, 5],
        holidays: ['2026-10-01', '2026-10-02'],
        makeUpDays: ['2026-10-10'],
        deliveryFeeMinor: 3_000,
      },
    ])
  })

  it('takes over what the shelves of a site hold, and knows no site of somebody else', {
    timeout: 60_000,
  }, async () => {
    const sheet = `site_id,item_id,most,service_level\n${SITE},rice,500000,95\n`
    expect(await read('stocking', sheet)).toMatchObject({ added: 1, errors: [] })
    expect(await read('stocking', sheet.replace('500000', ''))).toMatchObject({ changed: 1, errors: [] })
    expect(await app.db.select().from(stocking)).toMatchObject([
      { operatorId: OPERATOR, most: null, serviceBps: 9_500 },
    ])
    const foreign = await read('stocking', sheet.replace(SITE, 'site_foreign'))
    expect(foreign.errors).toMatchObject([{ row: 2, column: 'site_id', code: 'unknown' }])
  })

  it('gives out what stands in the columns it takes, so that read back it changes nothing', {
    timeout: 60_000,
  }, async () => {
    await read('stocking', `site_id,item_id,most,service_level\n${SITE},rice,500000,\n${SITE},pork,,95\n`)
    for (const kind of ['suppliers', 'items', 'prices', 'stocking'] as const) {
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
