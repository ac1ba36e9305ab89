/** A problem that cannot be understood. `field` is the path of the first wrong value, e.g. `stops[3].windows[0]`. */
export class InvalidProblem extends Error {
  readonly field: string

  constructor(field: string, message: string) {
    super(`${field}: ${message}`)
    this.name = 'InvalidProblem'
    this.field = field
  }
}

/** Larger numbers would overflow 32-bit sums, or be taken for "no road". `Infinity` as an entry is refused; see `noRoad`. */
export const LARGEST = 2 ** 29 - 1

/** Refuses the field. */
export const fail = (field: string, message: string): never => {
  throw new InvalidProblem(field, message)
}

/** A whole number from 0 on. */
export function whole(field: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return fail(field, `must be a whole number, not ${String(value)}`)
  if (value < 0 || value > LARGEST) return fail(field, `must be between 0 and ${LARGEST}, not ${value}`)
  return value
}

/** Any number from 0 on. */
export function amount(field: string, value: unknown): void {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    fail(field, `must be a number of at least 0, not ${String(value)}`)
}

/** Checks what is there. */
export function optional(field: string, value: unknown, check: (field: string, value: unknown) => unknown): void {
  if (value !== undefined) check(field, value)
}

/** A list; holes in it count as missing entries. */
export function list(field: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? Array.from(value) : fail(field, 'must be a list')
}

/** Whole numbers by name. */
export function amounts(field: string, value: unknown): void {
  for (const [name, units] of Object.entries(object(field, value))) whole(`${field}.${name}`, units)
}

/** Fields by name. */
export function object(field: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(field, 'must be an object')
  return value as Readonly<Record<string, unknown>>
}

/** A list of texts. */
export function texts(field: string, value: unknown): void {
  list(field, value).forEach((text, i) => {
    if (typeof text !== 'string') fail(`${field}[${i}]`, `must be a text, not ${String(text)}`)
  })
}

/** From and to, in this order. */
export function window(field: string, value: unknown): void {
  const [from, to] = list(field, value)
  const first = whole(`${field}[0]`, from)
  const last = whole(`${field}[1]`, to)
  if (last < first) fail(field, `ends at ${last} before it starts at ${first}`)
}
