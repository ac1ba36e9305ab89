import type { DensityAnswer } from '../../../api/density'
import { setSearch } from '../../../address/use-address'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Select, TextField } from '../../../ui/field'
import { useMapCities } from '../use-operator'
import type { Asked } from './asked'

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const

/** Which city, days, meal and kitchen; all of it in the address. */
export function DensityFilters({ asked, density }: { readonly asked: Asked; readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const { say } = useLocale()
  const cities = useMapCities().data?.cities ?? []
  const kitchens = new Map(density.kitchens.map(({ siteId, name }) => [siteId, name]))
  return (
    <div className="flex flex-wrap items-end gap-2">
      {cities.length > 1 && (
        <Select
          label={t('filter.city')}
          value={density.cityId}
          onChange={(event) => setSearch({ city: event.target.value, site: null, place: null })}
        >
          {cities.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
      )}
      <TextField
        label={t('filter.from')}
        type="date"
        value={asked.from ?? density.from}
        max={asked.to ?? density.to}
        onChange={(event) => setSearch({ from: event.target.value || null })}
      />
      <TextField
        label={t('filter.to')}
        type="date"
        value={asked.to ?? density.to}
        min={asked.from ?? density.from}
        onChange={(event) => setSearch({ to: event.target.value || null })}
      />
      <Select
        label={t('filter.period')}
        value={asked.period ?? ''}
        onChange={(event) => setSearch({ period: event.target.value || null })}
      >
        <option value="">{t('filter.allPeriods')}</option>
        {PERIODS.map((period) => (
          <option key={period} value={period}>
            {t(`ui:period.${period}`)}
          </option>
        ))}
      </Select>
      {(kitchens.size > 1 || asked.siteId) && (
        <Select
          label={t('filter.site')}
          value={asked.siteId ?? ''}
          onChange={(event) => setSearch({ site: event.target.value || null })}
        >
          <option value="">{t('filter.allSites')}</option>
          {[...kitchens].map(([id, name]) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
      )}
    </div>
  )
}

/** How far is near, and how large a community without a kitchen must be to be named. */
export function NearFilters({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('density')
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        key={`metres-${asked.view}`}
        label={t('filter.metres')}
        type="number"
        min={50}
        max={20_000}
        step={50}
        defaultValue={asked.metres}
        onBlur={(event) => setSearch({ metres: event.target.value || null })}
      />
      {asked.view === 'gaps' && (
        <TextField
          label={t('filter.moreThan')}
          type="number"
          min={0}
          step={50}
          defaultValue={asked.moreThan}
          onBlur={(event) => setSearch({ moreThan: event.target.value || null })}
        />
      )}
    </div>
  )
}
