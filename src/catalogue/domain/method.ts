/** Work that is no cooking: what is packed was cooked elsewhere. */
const PACKING = 'pack'

interface MethodStep {
  readonly station: string
  readonly minutes: number
  readonly when: 'service' | 'day_before'
}

/** Who answers for a dish, the last station that cooks it, and the minutes of a service it takes; undefined without steps. */
export function inShort(steps: readonly MethodStep[]): { station: string; minutes: number } | undefined {
  const service = steps.filter(({ when }) => when === 'service')
  const last = service.findLast(({ station }) => station !== PACKING) ?? service.at(-1)
  return last && { station: last.station, minutes: service.reduce((sum, { minutes }) => sum + minutes, 0) }
}
