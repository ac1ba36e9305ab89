import type { Say } from '../../i18n/texts'

const ROLES = [
  'resident',
  'employee',
  'company_admin',
  'kitchen',
  'courier',
  'dispatcher',
  'procurement',
  'supplier',
  'operator',
  'till',
  'provider',
] as const

/** A role in the reader's language. */
export function roleName(t: Say<'shop'>, role: string): string {
  const known = ROLES.find((name) => name === role)
  return known ? t(`role.${known}`) : role
}
