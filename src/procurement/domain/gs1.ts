import type { ServiceDate } from '../../kernel/time'

/** What a GS1 code says, of what concerns goods coming in. */
export interface Gs1 {
  readonly gtin: string | null
  readonly lotCode: string | null
  readonly expiresOn: ServiceDate | null
  readonly producedOn: ServiceDate | null
  readonly netGrams: number | null
  /** (30): pieces of what varies in count. */
  readonly pieces: number | null
  /** (37): trade items in this unit. */
  readonly count: number | null
  readonly serial: string | null
  readonly orderNumber: string | null
  readonly item: string | null
}

const FNC1 = '\u001d'
/** What scanners put in front of GS1-128, DataMatrix, QR and DotCode. */
const SYMBOLOGY = /^\](?:C1|d2|Q3|J1|e0)/
/** Application identifiers whose data has a fixed length: GS1 General Specifications, figure 7.8.5-2. */
const FIXED: readonly (readonly [RegExp, number])[] = [
  [/^00/, 18],
  [/^0[123]/, 14],
  [/^1[1-9]/, 6],
  [/^20/, 2],
  [/^3[1-6]\d\d/, 6],
  [/^41\d/, 13],
]
/** The lengths of all other identifiers, by their first two digits. */
const AI_LENGTHS: Readonly<Record<string, number>> = {
  '10': 2,
  '21': 2,
  '22': 2,
  '23': 3,
  '24': 3,
  '25': 3,
  '30': 2,
  '37': 2,
  '39': 4,
  '40': 3,
  '42': 3,
  '43': 4,
  '70': 4,
  '71': 3,
  '72': 4,
  '80': 4,
  '81': 4,
  '82': 4,
  '90': 2,
  '91': 2,
  '92': 2,
  '93': 2,
  '94': 2,
  '95': 2,
  '96': 2,
  '97': 2,
  '98': 2,
  '99': 2,
}

/**
 * Reads a GS1 element string: as a scanner sends it, FNC1 as U+001D, or as people write it, `(01)…(10)…`. Two-digit years
 * lie within 49 years before and 50 after `today` (General Specifications 7.12). Undefined for what is no GS1 code, a
 * wrong check digit or an impossible date.
 */
export function readGs1(code: string, today: ServiceDate): Gs1 | undefined {
  const text = code.trim().replace(SYMBOLOGY, '')
  const fields = text.startsWith('(') ? bracketed(text) : elements(text)
  if (!fields || fields.size === 0) return undefined
  const date = (...ais: string[]) => {
    const value = ais.map((ai) => fields.get(ai)).find((each) => each !== undefined)
    return value === undefined ? null : dateOf(value, today)
  }
  const count = (ai: string) => (fields.has(ai) ? numberOf(fields.get(ai) ?? '') : null)
  const weight = [...fields].find(([ai]) => /^310[0-5]$/.test(ai))
  const gtin = fields.get('01') ?? fields.get('02') ?? null
  const read = {
    gtin,
    lotCode: fields.get('10') ?? null,
    expiresOn: date('17', '15', '16'),
    producedOn: date('11', '13'),
    netGrams: weight ? gramsOf(weight) : null,
    pieces: count('30'),
    count: count('37'),
    serial: fields.get('21') ?? null,
    orderNumber: fields.get('400') ?? null,
    item: fields.get('241') ?? fields.get('240') ?? null,
  }
  const impossible = [read.expiresOn, read.producedOn, read.netGrams, read.pieces, read.count].includes(undefined)
  return impossible || (gtin && !isGtin(gtin)) ? undefined : (read as Gs1)
}

/** The last digit follows from the others: weights 3 and 1 from the right. */
export function isGtin(gtin: string): boolean {
  if (!/^\d{14}$/.test(gtin)) return false
  const sum = Array.from(gtin.slice(0, 13)).reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1),
    0,
  )
  return (10 - (sum % 10)) % 10 === Number(gtin[13])
}

function bracketed(text: string): Map<string, string> | undefined {
  const found = [...text.matchAll(/\((\d{2,4})\)([^(]+)/g)]
  if (found.map(([whole]) => whole).join('') !== text) return undefined
  return new Map(found.map(([, ai = '', value = '']) => [ai, value.replaceAll(FNC1, '').trim()]))
}

function elements(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>()
  let rest = text.startsWith(FNC1) ? text.slice(1) : text
  while (rest !== '') {
    const fixed = FIXED.find(([pattern]) => pattern.test(rest))
    const ai = fixed ? (fixed[0].exec(rest)?.[0] ?? '') : rest.slice(0, AI_LENGTHS[rest.slice(0, 2)] ?? 0)
    if (!/^\d{2,4}$/.test(ai)) return undefined
    const after = rest.slice(ai.length)
    const end = after.indexOf(FNC1)
    const length = fixed ? fixed[1] : end < 0 ? after.length : end
    const value = after.slice(0, length)
    if (value.length < length || value === '' || (fixed && /\D/.test(value))) return undefined
    fields.set(ai, value)
    rest = after.slice(length)
    if (rest.startsWith(FNC1)) rest = rest.slice(1)
  }
  return fields
}

const numberOf = (digits: string): number | undefined => (/^\d{1,8}$/.test(digits) ? Number(digits) : undefined)

/** `310n`: kilograms with n decimals. */
function gramsOf([ai, digits]: readonly [string, string]): number | undefined {
  if (!/^\d{6}$/.test(digits)) return undefined
  return Math.round(Number(digits) * 10 ** (3 - Number(ai[3])))
}

/** `YYMMDD`; day 00 is the last of the month. */
function dateOf(digits: string, today: ServiceDate): ServiceDate | undefined {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  if (!yy || !mm || !dd) return undefined
  const now = Number(today.slice(0, 4))
  const near = [-100, 0, 100].map((shift) => Math.floor(now / 100) * 100 + shift + Number(yy))
  const year = near.find((each) => each - now >= -49 && each - now <= 50) ?? now
  const last = new Date(Date.UTC(year, Number(mm), 0)).getUTCDate()
  const day = Number(dd) === 0 ? last : Number(dd)
  if (Number(mm) < 1 || Number(mm) > 12 || day > last) return undefined
  return `${year}-${mm}-${String(day).padStart(2, '0')}`
}
