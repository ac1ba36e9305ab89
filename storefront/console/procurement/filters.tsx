import { useTranslation } from '../../i18n/use-translation'
import { setSearch, useAddress } from '../../address/use-address'
import type { Overview } from '../../api/procurement'
import { useLocale } from '../../i18n/use-locale'
import { Select, TextField } from '../../ui/field'

/** One value of the address's query, as a filter: empty means "all". */
export function useFilter(name: string): string | undefined {
  return useAddress().search.get(name) ?? undefined
}

/** A choice that lives in the address, so that a list can be shared and gone back to. */
export function ChoiceFilter({
  name,
  label,
  all,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <Select
      label={label}
      hideLabel
      value={useFilter(name) ?? ''}
      onChange={(event) => setSearch({ [name]: event.target.value || null })}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

export function SiteFilter({ overview }: { readonly overview: Overview | undefined }) {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const options = (overview?.sites ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))
  return <ChoiceFilter name="siteId" label={t('filter.site')} all={t('filter.allSites')} options={options} />
}

export function SupplierFilter({ overview }: { readonly overview: Overview | undefined }) {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const options = (overview?.suppliers ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))
  return (
    <ChoiceFilter name="supplierId" label={t('filter.supplier')} all={t('filter.allSuppliers')} options={options} />
  )
}

/** Text to look for; `/` leads to it. */
export function SearchFilter({ placeholder }: { readonly placeholder: string }) {
  const { t } = useTranslation('procurement')
  return (
    <TextField
      label={t('filter.search')}
      hideLabel
      type="search"
      data-search
      placeholder={placeholder}
      defaultValue={useFilter('search') ?? ''}
      onChange={(event) => setSearch({ search: event.target.value.trim() || null })}
    />
  )
}

/** A filter that is on, with the way to take it off. */
export function Chip({ name, label }: { readonly name: string; readonly label: string }) {
  const { t } = useTranslation('procurement')
  return (
    <button
      type="button"
      aria-label={t('filter.clear', { filter: label })}
      className="inline-flex min-h-8 items-center gap-1 rounded-full border border-control bg-brand-50 px-3 text-brand-800 hover:bg-brand-100"
      onClick={() => setSearch({ [name]: null })}
    >
      {label} <span aria-hidden>×</span>
    </button>
  )
}

/** A day that lives in the address. */
export function DayFilter({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <TextField
      label={label}
      type="date"
      value={useFilter(name) ?? ''}
      onChange={(event) => setSearch({ [name]: event.target.value || null })}
    />
  )
}
