import { setSearch } from '../../../address/use-address'
import type { DensityAnswer } from '../../../api/density'
import { useTranslation } from '../../../i18n/use-translation'
import { Segmented } from '../../../ui/choice'
import { Select } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { type Asked, useAsked, VIEWS } from './asked'
import { DensityFigures } from './figures'
import { DensityFilters, NearFilters } from './filters'
import { Layer } from './layer'
import { Rows } from './rows'
import { Tours } from './tours'
import { useDensity } from './use-density'

/** Where people order close enough together, and where a kitchen or a locker is missing. */
export default function DensityPage() {
  const { t } = useTranslation('density')
  const asked = useAsked()
  const density = useDensity(asked)
  return (
    <>
      <header className="mb-4">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('text')}</p>
      </header>
      <Loaded of={density}>
        {(data) => (
          <div aria-busy={density.isPlaceholderData} className="space-y-5">
            <DensityFilters asked={asked} density={data} />
            <DensityFigures density={data} />
            <Look asked={asked} density={data} />
            <Tours density={data} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Look({ asked, density }: { readonly asked: Asked; readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const views = VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))
  const look = (view: string) => setSearch({ view, place: null, metres: null })
  const near = asked.view === 'gaps' || asked.view === 'kitchen' || asked.view === 'locker'
  return (
    <section id="rows" aria-label={t('look')} className="scroll-mt-4 space-y-3">
      <div className="max-md:hidden">
        <Segmented label={t('look')} value={asked.view} options={views} onChange={look} />
      </div>
      <div className="md:hidden">
        <Select label={t('look')} value={asked.view} onChange={({ target }) => look(target.value)}>
          {views.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {near && <NearFilters asked={asked} />}
      <div className="grid gap-4 xl:grid-cols-2">
        <Layer asked={asked} density={density} />
        <div className="min-w-0">
          <Rows key={asked.view} asked={asked} density={density} />
        </div>
      </div>
    </section>
  )
}
