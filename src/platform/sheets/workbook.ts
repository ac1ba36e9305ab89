import write from 'write-excel-file/node'

/** 1980-01-01, the first day a ZIP can name. */
const FIRST_DOS_DATE = 0x21
/** Lengths and places in a ZIP, from APPNOTE 6.3.3: the end record, an entry of the directory, a file's own heading. */
const END_BYTES = 22
const ENTRY_BYTES = 46

/** A workbook of one sheet of texts. The same rows are always the same bytes. */
export async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })))
  return timeless(await write(cells).toBuffer())
}

/** A ZIP tells when each of its files was made: we do not. */
function timeless(zip: Buffer): Buffer {
  const end = zip.length - END_BYTES
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    stamp(zip, entry + 12)
    stamp(zip, zip.readUInt32LE(entry + 42) + 10)
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at))
    entry += ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return zip
}

function stamp(zip: Buffer, at: number): void {
  zip.writeUInt16LE(0, at)
  zip.writeUInt16LE(FIRST_DOS_DATE, at + 2)
}
