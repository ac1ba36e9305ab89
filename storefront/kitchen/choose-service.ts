import type { Period, Service, Site } from './api'

export type Chosen = Pick<Service, 'serviceDate' | 'period'>

/** A service whose due time passed this long ago is over, even if a ticket was forgotten. */
const OVER_MS = 3 * 3_600_000

/** The service a kitchen works on now: the first that is not over and has something to do, else the next, else the last. */
export function currentService({ services }: Pick<Site, 'services'>, now: number): Service | undefined {
  const ahead = services.filter(({ dueAt }) => Date.parse(dueAt) > now - OVER_MS)
  return ahead.find(({ open }) => open > 0) ?? ahead[0] ?? services.at(-1)
}

/** The services to choose from: those with tickets, and the chosen one even when it has none, with its count of now. */
export function choicesOf({ services }: Pick<Site, 'services'>, chosen: Chosen, open: number): Choice[] {
  const isChosen = (service: Chosen) => keyOf(service) === keyOf(chosen)
  if (!services.some(isChosen)) return [{ ...chosen, open }, ...services]
  return services.map((service) => (isChosen(service) ? { ...service, open } : service))
}

export type Choice = Chosen & Pick<Service, 'open'>

/** `2026-11-02 lunch`, as an address and a select carry it. */
export const keyOf = ({ serviceDate, period }: Chosen): string => `${serviceDate} ${period}`

const PERIODS: readonly string[] = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] satisfies Period[]

/** The service an address names; undefined for anything else. */
export function serviceOf(key: string | null): Chosen | undefined {
  const [serviceDate = '', period = ''] = (key ?? '').split(' ')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(serviceDate) || !PERIODS.includes(period)) return undefined
  return { serviceDate, period: period as Period }
}
