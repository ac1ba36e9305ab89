import type { Series } from '../../../api/procurement-forecasts'
import type { FanDay } from '../../../ui/chart/fan'

/** Past and coming days of a series as one row of days, the oldest first. */
export const daysOf = ({ history, ahead }: Series): FanDay[] => [
  ...history.map(({ date, portions, planned, quantiles, override }) => ({
    date,
    actual: portions,
    planned,
    chosen: override?.portions ?? null,
    quantiles,
  })),
  ...ahead.map(({ date, planned, chosen, quantiles }) => ({ date, actual: null, planned, chosen, quantiles })),
]
