import { ChartLine } from 'lucide-react'
import { useMemo } from 'react'
import { go } from '../../../address/use-address'
import { listSeries, type SeriesList, type SeriesRow } from '../../../api/procurement-forecasts'
import { count, day, percent } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { atLevel } from '../../../ui/chart/fan'
import { Sparkline } from '../../../ui/chart/sparkline'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { ChoiceFilter, SearchFilter, useFilter } from '../filters'
import { Shell } from '../shell'
import { useList } from '../use-procurement'
import { useSort } from '../use-sort'
import { ForecastFilters, ForecastPages, useForecastChoice } from './forecast-filters'
import { ForecastNow } from './forecast-now'

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const

/** Every dish of a site: what was wanted lately, what is expected next, and how well it was foreseen. */
export default function ForecastsPage() {
  const { t } = useTranslation('procurement-forecasts')
  const { siteId, serviceLevel } = useForecastChoice()
  const asksFor = useFilter('period')
  const period = PERIODS.find((each) => each === asksFor)
  const search = (useFilter('search') ?? '').toLowerCase()
  const asked = useList(['series', siteId, serviceLevel, period], async (signal) =>
    siteId ? listSeries({ params: { siteId }, query: { serviceLevel, period } }, { signal }) : null,
  )
  const fits = ({ dish }: SeriesRow) => `${dish.zh} ${dish.en}`.toLowerCase().includes(search)
  return (
    <Shell aside={siteId && <ForecastNow key={siteId} siteId={siteId} run={asked.data?.run ?? null} />}>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <ForecastFilters />
        <SearchFilter placeholder={t('search')} />
        <ChoiceFilter
          name="period"
          label={t('period')}
          all={t('allPeriods')}
          options={PERIODS.map((value) => ({ value, label: t(`ui:period.${value}`) }))}
        />
        <div className="ml-auto">
          <ForecastPages />
        </div>
      </div>
      <Loaded of={asked}>
        {(list) => list && siteId && <SeriesTable siteId={siteId} list={list} rows={list.series.filter(fits)} />}
      </Loaded>
    </Shell>
  )
}

function SeriesTable({
  siteId,
  list,
  rows,
}: {
  readonly siteId: string
  readonly list: SeriesList
  readonly rows: readonly SeriesRow[]
}) {
  const { t } = useTranslation('procurement-forecasts')
  const columns = useColumns(list)
  const sort = useSort()
  return (
    <DataTable
      caption={t('pages.series')}
      columns={columns}
      rows={rows}
      rowKey={({ dishId, period }) => `${period}/${dishId}`}
      onOpen={({ dishId, period }) => go(`/console/procurement/forecasts/${siteId}/${period}/${dishId}`)}
      exportAs={t('pages.series')}
      {...sort}
      empty={<EmptyState icon={<ChartLine size={28} />} title={t('none')} text={t('noneText')} />}
    />
  )
}

function useColumns({ levels }: SeriesList): readonly Column<SeriesRow>[] {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  return useMemo(() => {
    const score = (key: 'model' | 'planned'): Column<SeriesRow> => ({
      key: `wape-${key}`,
      header: t(key === 'model' ? 'wape' : 'wapePlanned'),
      cell: ({ accuracy }) => {
        const { wape } = accuracy[key]
        return wape === null ? '–' : percent(wape, locale)
      },
      sort: ({ accuracy }) => accuracy[key].wape ?? -1,
      value: ({ accuracy }) => accuracy[key].wape,
      align: 'end',
      wide: true,
    })
    return [
      {
        key: 'dish',
        header: t('dish'),
        cell: (row) => inLocale(row.dish, locale),
        sort: (row) => inLocale(row.dish, locale),
      },
      {
        key: 'period',
        header: t('period'),
        cell: (row) => t(`ui:period.${row.period}`),
        sort: (row) => row.period,
        value: (row) => t(`ui:period.${row.period}`),
        wide: true,
      },
      {
        key: 'lately',
        header: t('lately'),
        cell: (row) => <Sparkline values={row.lately.map(({ portions }) => portions)} />,
        wide: true,
      },
      {
        key: 'date',
        header: t('next'),
        cell: ({ next }) => (next ? day(next.date, locale) : t('offMenu')),
        sort: ({ next }) => next?.date ?? '',
      },
      {
        key: 'expected',
        header: t('expected'),
        cell: ({ next }) => next && <Expected levels={levels} quantiles={next.quantiles} />,
        sort: ({ next }) => (next ? (atLevel(levels, next.quantiles, 0.5) ?? 0) : -1),
        align: 'end',
      },
      {
        key: 'chosen',
        header: t('chosen'),
        cell: ({ next }) =>
          next && (
            <>
              {next.overridden && <Tag kind="warn">{t('overridden')}</Tag>}{' '}
              <span className="font-semibold">{count(next.chosen, locale)}</span>
            </>
          ),
        sort: ({ next }) => next?.chosen ?? -1,
        value: ({ next }) => next?.chosen ?? null,
        align: 'end',
      },
      score('model'),
      score('planned'),
    ]
  }, [t, locale, levels])
}

/** The median, and the span nine of ten days stay within. */
function Expected({
  levels,
  quantiles,
}: {
  readonly levels: readonly number[]
  readonly quantiles: readonly number[]
}) {
  const { locale } = useLocale()
  const whole = (level: number) => {
    const value = atLevel(levels, quantiles, level)
    return value === undefined ? '' : count(Math.round(value), locale)
  }
  return (
    <span className="whitespace-nowrap">
      {whole(0.5)}{' '}
      <span className="text-secondary text-ink-2">
        {whole(0.05)}–{whole(0.95)}
      </span>
    </span>
  )
}
