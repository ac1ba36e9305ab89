import type { Text } from '../../kernel/text'

/** The cells of one row, read from left to right; a missing cell names the row it is missing from. */
export interface Row {
  readonly text: () => string
  readonly number: () => number
  /** Words between spaces; none for a dash. */
  readonly words: () => string[]
  /** Numbers between spaces. */
  readonly numbers: () => number[]
  /** Two neighbouring cells, Chinese and English. */
  readonly both: () => Text
  /** A word out of a fixed list. */
  readonly oneOf: <T extends string>(list: readonly T[]) => T
}

/** Reads a data table kept as text: one row a line, cells between `|`, so that it stays a table to the eye. */
export const readTable = <T>(table: string, read: (row: Row) => T): T[] => lines(table).map((line) => read(rowOf(line)))

/** Reads records that take several lines each; the lines of one record are joined to one row. */
export function readRecords<T>(table: string, linesEach: number, read: (row: Row) => T): T[] {
  const all = lines(table)
  if (all.length % linesEach !== 0) throw new Error(`a record of ${linesEach} lines is cut off: ${all.at(-1)}`)
  return Array.from({ length: all.length / linesEach }, (_, i) =>
    read(rowOf(all.slice(i * linesEach, (i + 1) * linesEach).join(' | '))),
  )
}

/** The member of a fixed list that a word names. @throws when it is not in the list. */
export function member<T extends string>(list: readonly T[], word: string): T {
  const found = list.find((candidate) => candidate === word)
  if (!found) throw new Error(`"${word}" is none of ${list.join(', ')}`)
  return found
}

const lines = (table: string): string[] =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function rowOf(line: string): Row {
  const cells = line.split('|').map((cell) => cell.trim())
  let next = 0
  const text = () => {
    const cell = cells[next]
    next += 1
    if (cell === undefined || cell === '') throw new Error(`cell ${next} is missing in: ${line}`)
    return cell
  }
  const numeric = (word: string) => {
    const value = Number(word)
    if (!Number.isFinite(value)) throw new Error(`"${word}" is not a number in: ${line}`)
    return value
  }
  const words = () => {
    const cell = text()
    return cell === '-' ? [] : cell.split(/\s+/)
  }
  return {
    text,
    words,
    number: () => numeric(text()),
    numbers: () => words().map(numeric),
    both: () => ({ zh: text(), en: text() }),
    oneOf: (list) => member(list, text()),
  }
}
