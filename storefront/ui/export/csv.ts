import type { Cell } from './sheet-of'

/** Excel takes a file without it for the system's own encoding and shows Chinese as noise. */
const BYTE_ORDER_MARK = '\ufeff'

/** Spreadsheets run a text that begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** Rows as CSV by RFC 4180: CRLF, quotes doubled, texts that would run as a formula made harmless. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')

function fieldOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
