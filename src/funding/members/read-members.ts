import { ServiceDate } from '../../kernel/time'
import type { MemberFacts } from './facts'

/** One member as a sheet tells it. */
export interface MemberRow {
  readonly line: number
  readonly name: string
  readonly nationalId: string | null
  readonly card: string | null
  readonly facts: MemberFacts
  readonly schemes: readonly string[]
}

export interface LineError {
  readonly line: number
  readonly column: string
  /** `missing_column`, `required`, `date`, `national_id`, `tag`, `unknown_scheme`, `twice`, `card_taken`. */
  readonly code: string
  readonly value: string
}

const COLUMNS = ['name', 'birth_date', 'national_id', 'card', 'tags', 'schemes'] as const
type Column = (typeof COLUMNS)[number]

/** `hukou_city:2026-01-01..2026-12-31`; without an end it is open. */
const TAG = /^([a-z_]+):(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d)?)?$/

/** Weights of GB 11643-1999 (ISO 7064, MOD 11-2) for the first seventeen digits. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Eighteen characters whose last fits the others. */
export function isNationalId(id: string): boolean {
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]
}

/** Reads a register's sheet, its heading first. Whatever is wrong is told by line, and never with the document's number. */
export function readMembers(grid: readonly (readonly string[])[], known: { readonly schemes: ReadonlySet<string> }) {
  const heading = (grid[0] ?? []).map((cell) => cell.trim().toLowerCase())
  const missing = COLUMNS.filter((column) => !heading.includes(column))
  const errors: LineError[] = missing.map((column) => ({ line: 1, column, code: 'missing_column', value: '' }))
  const rows: MemberRow[] = []
  if (missing.length > 0) return { rows, errors }
  const seen = new Set<string>()
  grid.slice(1).forEach((cells, i) => {
    const line = i + 2
    if (cells.every((cell) => cell.trim() === '')) return
    const cell = (column: Column) => (cells[heading.indexOf(column)] ?? '').trim()
    const wrong = faultsOf(cell, known.schemes)
    const key = cell('national_id').toUpperCase() || cell('card')
    if (seen.has(key)) wrong.push(['card', 'twice'])
    seen.add(key)
    errors.push(...wrong.map(([column, code]) => ({ line, column, code, value: shown(column, cell(column)) })))
    if (wrong.length === 0) rows.push(rowOf(line, cell))
  })
  return { rows, errors }
}

const words = (text: string): string[] => text.split(/[\s;]+/).filter((word) => word !== '')

function faultsOf(cell: (column: Column) => string, schemes: ReadonlySet<string>): [Column, string][] {
  const wrong: [Column, string][] = []
  if (cell('name') === '') wrong.push(['name', 'required'])
  if (!ServiceDate.safeParse(cell('birth_date')).success) wrong.push(['birth_date', 'date'])
  const id = cell('national_id').toUpperCase()
  if (id !== '' && !isNationalId(id)) wrong.push(['national_id', 'national_id'])
  // without one of them nobody would be known again
  if (id === '' && cell('card') === '') wrong.push(['card', 'required'])
  if (!words(cell('tags')).every(isTag)) wrong.push(['tags', 'tag'])
  if (!words(cell('schemes')).every((id) => schemes.has(id))) wrong.push(['schemes', 'unknown_scheme'])
  return wrong
}

function isTag(word: string): boolean {
  const [, , from, to] = TAG.exec(word) ?? []
  return (
    [from, to ?? from].every((day) => ServiceDate.safeParse(day).success) && (to === undefined || to >= (from ?? ''))
  )
}

const shown = (column: Column, value: string): string => (column === 'national_id' ? '' : value.slice(0, 60))

function rowOf(line: number, cell: (column: Column) => string): MemberRow {
  const tags = words(cell('tags')).map((word) => {
    const [, tag = '', from = '', to] = TAG.exec(word) ?? []
    return { tag, from, to: to ?? null }
  })
  return {
    line,
    name: cell('name'),
    nationalId: cell('national_id').toUpperCase() || null,
    card: cell('card') || null,
    facts: { birth: cell('birth_date'), tags },
    schemes: words(cell('schemes')),
  }
}
