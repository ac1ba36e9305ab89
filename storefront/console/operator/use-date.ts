import { useAddress } from '../../address/use-address'
import { isDate } from './days'

/** The day the address asks for; undefined for today, which only the server knows. */
export function useDate(): string | undefined {
  const date = useAddress().search.get('date') ?? ''
  return isDate(date) ? date : undefined
}
