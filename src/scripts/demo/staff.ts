import { ACCOUNTS } from '../city/people/accounts'
import type { Role } from './crew'

const STAFF: readonly string[] = ['operator', 'kitchen', 'courier', 'procurement', 'supplier'] satisfies Role[]
const isStaff = (role: string): role is Role => STAFF.includes(role)

/** Everybody of the demo city who works there and can log in. */
export const staffAccounts = (): { email: string; role: Role }[] =>
  ACCOUNTS.flatMap(({ email, role }) => (isStaff(role) ? [{ email, role }] : []))
