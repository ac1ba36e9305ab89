import { z } from 'zod'

/** One person as a company's sheet tells it. */
export interface EmployeeRow {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly email: string
  readonly department: string
  readonly costCentre: string | null
  readonly shift: string | null
  readonly left: boolean
}

export interface LineError {
  /** The heading is line 1. */
  readonly line: number
  readonly column: string
  /** `missing_column`, `required`, `email`, `twice`, `too_long`, `unknown_cost_centre`, `taken`. */
  readonly code: string
  readonly value: string
}

const REQUIRED = ['number', 'name', 'email', 'department'] as const
const COLUMNS = [...REQUIRED, 'cost_centre', 'shift', 'left'] as const
type Column = (typeof COLUMNS)[number]

const LONGEST = 80
const YES = new Set(['yes', 'y', 'true', '1', '是', '离职'])

/** Reads a company's people from the cells of a sheet: what is right, and every mistake by its line. */
export function readEmployees(grid: readonly (readonly string[])[], costCentres: ReadonlySet<string>) {
  const [heading = [], ...body] = grid
  const at = new Map<string, number>(heading.map((name, i) => [name.trim().toLowerCase(), i] as const))
  const errors: LineError[] = REQUIRED.filter((column) => !at.has(column)).map((column) => {
    return { line: 1, column, code: 'missing_column', value: '' }
  })
  if (errors.length > 0) return { rows: [], errors }
  const rows: EmployeeRow[] = []
  const seen = new Set<string>()
  body.forEach((cells, i) => {
    const line = i + 2
    const cell = (column: Column) => (cells[at.get(column) ?? -1] ?? '').trim()
    if (COLUMNS.every((column) => cell(column) === '')) return
    const mistake = mistakeIn(cell, costCentres, seen)
    if (mistake) {
      errors.push({ line, value: cell(mistake.column).slice(0, LONGEST), ...mistake })
      return
    }
    const [number, email] = [cell('number'), cell('email').toLowerCase()]
    seen.add(`number ${number}`).add(`email ${email}`)
    const costCentre = cell('cost_centre') || null
    const left = YES.has(cell('left').toLowerCase())
    const shift = cell('shift') || null
    rows.push({ line, number, email, name: cell('name'), department: cell('department'), costCentre, shift, left })
  })
  return { rows, errors }
}

function mistakeIn(
  cell: (column: Column) => string,
  costCentres: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): { readonly column: Column; readonly code: string } | undefined {
  for (const column of REQUIRED) if (cell(column) === '') return { column, code: 'required' }
  for (const column of COLUMNS) if (cell(column).length > LONGEST) return { column, code: 'too_long' }
  if (!z.email().safeParse(cell('email')).success) return { column: 'email', code: 'email' }
  if (cell('cost_centre') && !costCentres.has(cell('cost_centre')))
    return { column: 'cost_centre', code: 'unknown_cost_centre' }
  if (seen.has(`number ${cell('number')}`)) return { column: 'number', code: 'twice' }
  if (seen.has(`email ${cell('email').toLowerCase()}`)) return { column: 'email', code: 'twice' }
  return undefined
}
