import { ArrowLeft } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from '../../../address/link'
import type { Params } from '../../../address/match'
import { type DayAhead, type Series, showSeries } from '../../../api/procurement-forecasts'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { fanOf } from '../../../ui/chart/fan'
import { Loaded } from '../../../ui/loaded'
import { Skeleton } from '../../../ui/states'
import { useAsked } from '../use-procurement'
import { daysOf } from './days'
import { DaysAhead } from './days-ahead'
import { FanKey } from './fan-key'
import { useForecastChoice } from './forecast-filters'
import { OverrideSheet } from './override-sheet'
import { ScoreFigures } from './score-figures'
import { SeriesTable } from './series-table'

const FanChart = lazy(() => import('../../../ui/chart/fan-chart'))

type Meal = Series['period']
/** What stands in the path; a meal that does not exist is answered by the server. */
export interface SeriesAddress {
  readonly siteId: string
  readonly period: Meal
  readonly dishId: string
}

/** One dish: what was wanted, what had been foreseen, what is expected, and what people decide instead. */
export default function SeriesPage({ params }: { readonly params: Params }) {
  const { t } = useTranslation('procurement-forecasts')
  const { say } = useLocale()
  const { serviceLevel } = useForecastChoice()
  const { siteId = '', period = '', dishId = '' } = params
  const address: SeriesAddress = { siteId, period: period as Meal, dishId }
  const asked = useAsked(['series', siteId, period, dishId, serviceLevel], (signal) =>
    showSeries({ params: address, query: { serviceLevel } }, { signal }),
  )
  return (
    <>
      <Link
        to={`/console/procurement/forecasts?siteId=${encodeURIComponent(siteId)}`}
        className="mb-2 inline-flex min-h-target items-center gap-1 text-brand-700"
      >
        <ArrowLeft size={16} aria-hidden /> {t('back')}
      </Link>
      <Loaded of={asked}>
        {(series) => (
          <>
            <h1 className="mb-4 text-title font-semibold">
              {say(series.dish)} · {t(`ui:period.${series.period}`)}
            </h1>
            <ScoreFigures accuracy={series.accuracy} />
            <Fan series={series} />
            <Ahead address={address} series={series} />
            <SeriesTable series={series} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Fan({ series }: { readonly series: Series }) {
  const { t } = useTranslation('procurement-forecasts')
  const { say } = useLocale()
  const fan = useMemo(() => fanOf(daysOf(series), series.levels), [series])
  const words = useMemo(
    () => ({ actual: t('actual'), planned: t('planned'), chosen: t('chosen'), median: t('median') }),
    [t],
  )
  return (
    <Card as="section" className="mb-4">
      <FanKey words={words} levels={series.levels} />
      <Suspense fallback={<Skeleton className="h-[280px] w-full rounded-card" />}>
        <FanChart label={t('chart', { dish: say(series.dish) })} fan={fan} words={words} />
      </Suspense>
    </Card>
  )
}

function Ahead({ address, series }: { readonly address: SeriesAddress; readonly series: Series }) {
  const [changing, setChanging] = useState<DayAhead>()
  return (
    <>
      <DaysAhead series={series} onChange={setChanging} />
      {changing && (
        <OverrideSheet address={address} series={series} day={changing} onClose={() => setChanging(undefined)} />
      )}
    </>
  )
}
