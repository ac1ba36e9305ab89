import { useAddress } from '../../../address/use-address'
import { isDate } from '../days'

export const VIEWS = ['communities', 'buildings', 'cells', 'gaps', 'kitchen', 'locker'] as const
/** What is looked at: `kitchen` and `locker` are where the next ones should stand. */
export type View = (typeof VIEWS)[number]

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const
export type Period = (typeof PERIODS)[number]

export interface Asked {
  readonly view: View
  readonly cityId: string | undefined
  readonly siteId: string | undefined
  readonly period: Period | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  /** How far is near. */
  readonly metres: number
  /** A gap has more households than this. */
  readonly moreThan: number
  readonly chosen: string | undefined
}

const NEAR = { kitchen: 1_000, locker: 150 }
const GAP_HOUSEHOLDS = 300

/** What the address asks for; what makes no sense in it counts as not asked. */
export function useAsked(): Asked {
  const { search } = useAddress()
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((each) => each === search.get(name))
  const date = (name: string) => (isDate(search.get(name) ?? '') ? (search.get(name) ?? undefined) : undefined)
  const whole = (name: string, low: number, high: number, otherwise: number) => {
    const value = Number(search.get(name) ?? Number.NaN)
    return Number.isInteger(value) && value >= low && value <= high ? value : otherwise
  }
  const view = one('view', VIEWS) ?? 'communities'
  return {
    view,
    cityId: search.get('city') ?? undefined,
    siteId: search.get('site') ?? undefined,
    period: one('period', PERIODS),
    from: date('from'),
    to: date('to'),
    metres: whole('metres', 50, 20_000, view === 'locker' ? NEAR.locker : NEAR.kitchen),
    moreThan: whole('moreThan', 0, 1_000_000, GAP_HOUSEHOLDS),
    chosen: search.get('place') ?? undefined,
  }
}
