import { Refusal } from '../../kernel/refusal'
import type { App } from '../app'
import { runInThread } from '../thread'
import type { SheetFile } from './sheet-thread'

/** A workbook that takes longer is not a list. */
const PATIENCE_MS = 20_000

export interface UploadedSheet {
  readonly name: string
  readonly base64: string
}

/** The cells of an uploaded sheet as texts, the heading first. @throws Refusal `unreadable_file` */
export async function readGrid(app: App, { name, base64 }: UploadedSheet): Promise<string[][]> {
  const bytes = Buffer.from(base64, 'base64')
  // a workbook is a ZIP, whatever it is called
  const xlsx = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
  if (!xlsx && /\.xlsx?$/i.test(name)) throw new Refusal('unreadable_file', { kinds: 'XLSX, CSV' })
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const file: SheetFile = { bytes, xlsx }
  try {
    return await runInThread<SheetFile, string[][]>('src/platform/sheets/sheet-thread.ts', file, { signal })
  } catch (error) {
    app.log.info({ err: error, bytes: bytes.length }, 'a sheet could not be read')
    throw new Refusal('unreadable_file', { kinds: 'XLSX, CSV' })
  }
}
