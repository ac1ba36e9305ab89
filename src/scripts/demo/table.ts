/** Prints rows of name, figure and remark in columns. */
export function table(rows: readonly (readonly [name: string, figure: string, remark: string])[]): void {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length))
  const [names, figures] = [width(0), width(1)]
  const rule = '─'.repeat(names + figures + 40)
  console.log(rule)
  for (const [name, figure, remark] of rows)
    console.log(`${name.padEnd(names)}  ${figure.padStart(figures)}  ${remark}`)
  console.log(rule)
}
