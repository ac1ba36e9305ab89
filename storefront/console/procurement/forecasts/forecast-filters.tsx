import { setSearch } from '../../../address/use-address'
import { percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Select } from '../../../ui/field'
import { useFilter } from '../filters'
import { SubPages } from '../sub-pages'
import { useOverview } from '../use-procurement'

const BASE = '/console/procurement/forecasts'
const LEVELS = ['0.8', '0.9', '0.95']

/** The site and the service level the pages of forecasts are about, as the address has them. */
export function useForecastChoice(): { readonly siteId: string | undefined; readonly serviceLevel: number } {
  const sites = useOverview().data?.sites
  const chosen = useFilter('siteId')
  return { siteId: chosen ?? sites?.[0]?.id, serviceLevel: Number(useFilter('level') ?? '0.9') }
}

/** One site, always: a forecast belongs to a kitchen. And on how many days nothing may run out. */
export function ForecastFilters() {
  const { t } = useTranslation('procurement-forecasts')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { siteId, serviceLevel } = useForecastChoice()
  const sites = useOverview().data?.sites ?? []
  return (
    <>
      <Select
        label={buying('filter.site')}
        value={siteId ?? ''}
        onChange={(event) => setSearch({ siteId: event.target.value })}
      >
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
      <Select
        label={t('level.label')}
        value={String(serviceLevel)}
        onChange={(event) => setSearch({ level: event.target.value })}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t('level.days', { percent: percent(Number(level), locale) })}
          </option>
        ))}
      </Select>
    </>
  )
}

/** Dishes with their forecasts, and how good these are. The site stays chosen from one to the other. */
export function ForecastPages() {
  const { t } = useTranslation('procurement-forecasts')
  const pages = [
    { to: BASE, label: t('pages.series') },
    { to: `${BASE}/accuracy`, label: t('pages.accuracy') },
  ]
  const siteId = useFilter('siteId')
  const kept = siteId ? `?siteId=${encodeURIComponent(siteId)}` : ''
  return <SubPages label={t('pages.label')} pages={pages.map((page) => ({ ...page, to: page.to + kept }))} />
}
