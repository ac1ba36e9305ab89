import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { PrintJob } from './statement-file'

const KINDS = { meal: '餐费 Meals', return: '退款 Returns', credit: '红字 Credit note' } as const

/** 1234 → 12.34 */
export const yuan = (minor: number): string => (minor / 100).toFixed(2)

/** The rows of a statement as people read them: cost centre, service date, what, meals, amount. */
export const rowsOf = ({ detail: { lines } }: PrintJob): string[][] =>
  lines.map(({ costCentre, serviceDate, kind, correctsNumber, meals, amountMinor }) => [
    costCentre || '—',
    serviceDate,
    correctsNumber ? `${KINDS[kind]} (${correctsNumber})` : KINDS[kind],
    String(meals),
    yuan(amountMinor),
  ])

export const HEADING = ['成本中心 Cost centre', '供餐日 Service date', '项目 Item', '笔数 Count', '金额 Amount']

/** A statement on paper, in both languages. */
export function statementPaper(job: PrintJob): TDocumentDefinitions {
  const { statement } = job.detail
  const facts = [
    `${statement.legalEntity.zh} ${statement.legalEntity.en}`,
    `税号 Tax number: ${statement.taxNumber}`,
    `账期 Month: ${statement.month}    编号 Number: ${statement.number}`,
    `到期日 Due: ${statement.dueOn}`,
  ]
  return {
    defaultStyle: { font: 'Sans', fontSize: 9 },
    info: { title: statement.number, creationDate: statement.issuedAt },
    content: [
      { text: '对账单 Statement', fontSize: 16, bold: true },
      { text: facts.join('\n'), margin: [0, 6, 0, 10] },
      {
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: ['auto', 'auto', '*', 'auto', 'auto'],
          body: [HEADING, ...rowsOf(job), ['', '', '合计 Total', '', yuan(statement.totalMinor)]],
        },
      },
    ],
  }
}
