import type { Say } from '../../i18n/texts'

const KNOWN = [
  'actuarial',
  'architecture',
  'assembly',
  'claims',
  'customs',
  'dispatch',
  'engineering',
  'finance',
  'interiors',
  'maintenance',
  'office',
  'people',
  'product',
  'production',
  'quality',
  'research',
  'sales',
  'structure',
  'warehouse',
] as const

const isKnown = (code: string): code is (typeof KNOWN)[number] => KNOWN.some((known) => known === code)

/** What a department is called; a name the company made up itself is shown as it is. */
export const departmentName = (t: Say<'shop'>, code: string): string =>
  isKnown(code) ? t(`company.departments.${code}`) : code
