import { useTranslation } from '../../i18n/use-translation'
import { setSearch, useAddress } from '../../address/use-address'
import type { DayOrder } from '../../api/operator'
import { Select, TextField } from '../../ui/field'
import type { Filter } from './fitting'

export const STATUSES = [
  'awaiting_payment',
  'placed',
  'cooking',
  'ready',
  'on_the_way',
  'delivered',
  'failed',
  'cancelled',
] as const satisfies readonly DayOrder['status'][]

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const

/** What the address asks for; empty means all. */
export function useOrderFilter(): Filter {
  const { search } = useAddress()
  return {
    status: search.get('status') ?? '',
    period: search.get('period') ?? '',
    search: search.get('search') ?? '',
  }
}

/** Filters of the day's orders; they live in the address. */
export function OrderFilters() {
  const { t } = useTranslation('console')
  const { status, period, search } = useOrderFilter()
  const set = (name: keyof Filter, value: string) => setSearch({ [name]: value || null })
  return (
    <div className="mb-3 flex flex-wrap items-end gap-2">
      <div className="w-60">
        <TextField
          label={t('operator.orders.search')}
          hideLabel
          type="search"
          placeholder={t('operator.orders.search')}
          value={search}
          onChange={(event) => set('search', event.target.value)}
        />
      </div>
      <Select
        label={t('operator.orders.status')}
        hideLabel
        value={status}
        onChange={(event) => set('status', event.target.value)}
      >
        <option value="">{t('operator.orders.allStatuses')}</option>
        {STATUSES.map((value) => (
          <option key={value} value={value}>
            {t(`operator.status.${value}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('operator.kitchens.meal')}
        hideLabel
        value={period}
        onChange={(event) => set('period', event.target.value)}
      >
        <option value="">{t('operator.orders.allMeals')}</option>
        {PERIODS.map((value) => (
          <option key={value} value={value}>
            {t(`ui:period.${value}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}
