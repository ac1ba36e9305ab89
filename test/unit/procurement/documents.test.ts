import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/platform/sheets/csv'
import type { OrderDocument } from '../../../src/procurement/documents/order-document'
import { orderAsUbl } from '../../../src/procurement/documents/order-ubl'
import { printOrder } from '../../../src/procurement/documents/print-order'

const order: OrderDocument = {
  number: 'PO-20261123-001',
  binding: true,
  issuedOn: '2026-11-23',
  issuedAt: new Date('2026-11-23T02:00:00Z'),
  deliverOn: '2026-11-24',
  buyer: { id: 'op_north', name: { zh: '北方餐饮', en: 'North Catering' } },
  site: { id: 'site_kitchen', name: { zh: '一号厨房', en: 'Kitchen 1' } },
  supplier: { id: 'sup_grain', name: { zh: '仓禾 & 粮油 <店>', en: 'Canghe' } },
  currency: 'CNY',
  totalMinor: 64_000,
  lines: [
    {
      item: 'ing_rice',
      name: { zh: '大米', en: 'Rice' },
      unit: 'g',
      packs: 5,
      packSize: 25_000,
      packName: { zh: '25 kg/袋', en: '25 kg bag' },
      priceMinor: 12_800,
    },
  ],
}

describe('an order on paper and as data', () => {
  it('prints the same bytes whenever it is asked, with its fonts inside', { timeout: 60_000 }, async () => {
    const [first, second] = [await printOrder(order), await printOrder(order)]
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(Buffer.from(first).toString('latin1')).toContain('NotoSansHans')
  })

  it('says the order in UBL 2.1, in the sequence of its schema, with everything escaped', () => {
    const xml = orderAsUbl(order)
    expect(xml).toContain('<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ID>PO-20261123-001</cbc:ID>')
    expect(xml).toContain('仓禾 &amp; 粮油 &lt;店&gt;')
    expect(xml).toContain('<cbc:Quantity unitCode="NMP">5</cbc:Quantity>')
    expect(xml).toContain('<cbc:LineExtensionAmount currencyID="CNY">640.00</cbc:LineExtensionAmount>')
    const inOrder = ['BuyerCustomerParty', 'SellerSupplierParty', 'Delivery', 'AnticipatedMonetaryTotal', 'OrderLine']
    const places = inOrder.map((name) => xml.indexOf(`<cac:${name}>`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('writes sheets that open as text, not as formulas', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['=1+1', '-5'],
          ['x,"y"', '@z'],
        ],
      ),
    ).toBe('\ufeffa,b\r\n\'=1+1,-5\r\n"x,""y""",\'@z\r\n')
  })
})
