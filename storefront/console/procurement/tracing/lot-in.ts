/** What separates fields of variable length in a GS1 code, as a scanner sends it. */
const FNC1 = '\u001d'

const WRITTEN = new RegExp(`\\(10\\)([^(${FNC1}]{1,20})`)
// after FNC1, or where the lot follows the fixed lengths of item (01) and dates (11, 15, 16, 17)
const SENT = new RegExp(`(?:^|${FNC1})(?:01\\d{14})?(?:1[1567]\\d{6})*10([^${FNC1}]{1,20})`)

/** The lot (GS1 application identifier 10) of a scanned code, written with brackets or sent with FNC1; else the code itself. */
export function lotIn(code: string): string {
  const data = code.replace(/^\][A-Za-z]\d/, '')
  return WRITTEN.exec(data)?.[1] ?? SENT.exec(data)?.[1] ?? code
}
