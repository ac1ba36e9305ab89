/** The lot (GS1 application identifier 10) of a scanned code, written with brackets or with FNC1; else the code itself. */
export function lotIn(code: string): string {
  const written = /\(10\)([^(\u001d]{1,20})/.exec(code)
  // after FNC1, or where the lot follows the fixed lengths of item (01) and expiry (15, 17)
  const sent = /(?:^|\u001d)(?:01\d{14})?(?:1[1567]\d{6})*10([^\u001d]{1,20})/.exec(code.replace(/^\][A-Za-z]\d/, ''))
  return written?.[1] ?? sent?.[1] ?? code
}
