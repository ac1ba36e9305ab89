import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Text } from '../../kernel/text'
import type { OrderDocument } from './order-document'

const UNITS: Readonly<Record<'g' | 'ml' | 'piece', (quantity: number) => string>> = {
  g: (quantity) => (quantity >= 1_000 ? `${quantity / 1_000} kg` : `${quantity} g`),
  ml: (quantity) => (quantity >= 1_000 ? `${quantity / 1_000} L` : `${quantity} ml`),
  piece: (quantity) => `${quantity} 件`,
}

const GREY = '#5f6368'
const money = (minor: number): string =>
  (minor / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Chinese first, English below, as everything on paper. */
const both = ({ zh, en }: Text) => ({ stack: [zh, { text: en, fontSize: 7, color: GREY }] })
const head = (zh: string, en: string): TableCell => ({ ...both({ zh, en }), bold: true })
const right = (text: string): TableCell => ({ text, alignment: 'right' })

/** An order on paper, A4. `codes` are drawings (SVG) of the order's code and of each line's, in the order of the lines. */
export function orderPaper(
  order: OrderDocument,
  codes: { readonly order: string; readonly lines: readonly string[] },
): TDocumentDefinitions {
  const rows = order.lines.map((line, i): TableCell[] => [
    right(String(i + 1)),
    both(line.name),
    { svg: codes.lines[i] ?? '', width: 90 },
    both(line.packName),
    right(String(line.packs)),
    right(UNITS[line.unit](line.packs * line.packSize)),
    right(money(line.priceMinor)),
    right(money(line.packs * line.priceMinor)),
  ])
  const titles: TableCell[] = [
    head('序号', 'No.'),
    head('品名', 'Item'),
    head('条码', 'Code'),
    head('包装', 'Pack'),
    head('数量', 'Packs'),
    head('合计量', 'Quantity'),
    head('单价', 'Price'),
    head('金额', 'Amount'),
  ]
  return {
    pageSize: 'A4',
    pageMargins: [36, 40, 36, 48],
    // the document's own date and no clock: the same bytes whenever it is printed
    info: { title: order.number, creationDate: order.issuedAt, modDate: order.issuedAt },
    defaultStyle: { font: 'Sans', fontSize: 9 },
    footer: (page, pages) => ({
      text: `${order.number} · ${page} / ${pages}`,
      alignment: 'center',
      fontSize: 7,
      color: GREY,
    }),
    content: [
      {
        columns: [
          {
            stack: [
              { text: titleOf(order).zh, fontSize: 18, bold: true },
              { text: titleOf(order).en, color: GREY },
            ],
          },
          { svg: codes.order, width: 190, alignment: 'right' },
        ],
      },
      {
        margin: [0, 14, 0, 14],
        columns: [
          fact('编号', 'Number', order.number),
          fact('日期', 'Date', order.issuedOn),
          fact('送货日', 'Deliver on', order.deliverOn),
          fact('币种', 'Currency', order.currency),
        ],
      },
      {
        margin: [0, 0, 0, 14],
        columns: [
          party('采购方', 'Buyer', order.buyer.name),
          party('送至', 'Deliver to', order.site.name),
          party('供应商', 'Supplier', order.supplier.name),
        ],
      },
      {
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: [22, '*', 84, 56, 28, 44, 40, 54],
          body: [titles, ...rows],
        },
      },
      {
        text: `合计 Total  ${order.currency} ${money(order.totalMinor)}`,
        alignment: 'right',
        bold: true,
        margin: [0, 10, 0, 0],
      },
    ],
  }
}

const titleOf = ({ binding }: OrderDocument): Text =>
  binding ? { zh: '采购订单', en: 'Purchase order' } : { zh: '采购建议（未批准）', en: 'Proposal, not an order' }

const fact = (zh: string, en: string, value: string): Content => ({
  stack: [
    { text: `${zh} ${en}`, fontSize: 7, color: GREY },
    { text: value, bold: true },
  ],
})

const party = (zh: string, en: string, name: Text): Content => ({
  stack: [{ text: `${zh} ${en}`, fontSize: 7, color: GREY }, both(name)],
})
