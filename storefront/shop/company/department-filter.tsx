import { useTranslation } from '../../i18n/use-translation'
import { departmentName } from './department-name'
import type { Department } from './people'

const CHIP =
  'min-h-target shrink-0 rounded-full border border-control bg-surface px-4 hover:bg-brand-50 aria-pressed:border-brand-600 aria-pressed:bg-brand-50 aria-pressed:font-semibold aria-pressed:text-brand-800'

/** One department, or all of them. */
export function DepartmentFilter({
  departments,
  value,
  onChange,
}: {
  readonly departments: readonly Department[]
  /** Empty for all. */
  readonly value: string
  readonly onChange: (department: string) => void
}) {
  const { t } = useTranslation('shop')
  const all = departments.reduce((sum, { people }) => sum + people, 0)
  const chips = [
    { code: '', name: t('company.everybody'), people: all },
    ...departments.map(({ code, people }) => ({ code, name: departmentName(t, code), people })),
  ]
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('company.department')}</legend>
      {chips.map(({ code, name, people }) => (
        <button key={code} type="button" aria-pressed={code === value} className={CHIP} onClick={() => onChange(code)}>
          {name} <span className="figures text-ink-2">{people}</span>
        </button>
      ))}
    </fieldset>
  )
}
