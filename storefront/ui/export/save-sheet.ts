import type { Cell } from './sheet-of'
import { csvOf } from './csv'
import { saveFile } from './save-file'

export type SheetKind = 'csv' | 'xlsx'

/** Saves rows as `name.csv` or `name.xlsx`; Excel's writer is loaded by whoever asks for it. */
export async function saveSheet(kind: SheetKind, name: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (kind === 'csv') return saveFile(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
  const { default: write } = await import('write-excel-file/browser')
  const [header = [], ...body] = rows
  const bold = header.map((value) => ({ value: value ?? '', fontWeight: 'bold' as const }))
  const data = [bold, ...body.map((row) => [...row])]
  saveFile(await write(data, { stickyRowsCount: 1 }).toBlob(), `${name}.xlsx`)
}
