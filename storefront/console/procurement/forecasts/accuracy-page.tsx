import { type Accuracy, showAccuracy } from '../../../api/procurement-forecasts'
import { count, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Table } from '../../../ui/table'
import { DayFilter, useFilter } from '../filters'
import { fullDate } from '../full-date'
import { Shell } from '../shell'
import { useList } from '../use-procurement'
import { ForecastFilters, ForecastPages, useForecastChoice } from './forecast-filters'
import { ScoreFigures } from './score-figures'
import { useMethodName } from './use-method-name'

/** How good the forecasts were, beside the planner's own numbers and beside what people decided instead. */
export default function AccuracyPage() {
  const { t: buying } = useTranslation('procurement')
  const { siteId, serviceLevel } = useForecastChoice()
  const query = { from: useFilter('from'), to: useFilter('to'), serviceLevel }
  const asked = useList(['accuracy', siteId, query], async (signal) =>
    siteId ? showAccuracy({ params: { siteId }, query }, { signal }) : null,
  )
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <ForecastFilters />
        <DayFilter name="from" label={buying('form.from')} />
        <DayFilter name="to" label={buying('form.to')} />
        <div className="ml-auto">
          <ForecastPages />
        </div>
      </div>
      <Loaded of={asked}>{(accuracy) => accuracy && <Report accuracy={accuracy} />}</Loaded>
    </Shell>
  )
}

function Report({ accuracy }: { readonly accuracy: Accuracy }) {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  const methodName = useMethodName()
  const share = (value: number | null) => (value === null ? '–' : percent(value, locale))
  const { overrides, total } = accuracy
  return (
    <div className="space-y-4">
      <p className="text-ink-2">
        {t('accuracy.span', {
          from: fullDate(accuracy.from, locale),
          to: fullDate(accuracy.to, locale),
          cells: count(total.model.cells, locale),
          demand: count(total.model.demand, locale),
        })}
      </p>
      <ScoreFigures accuracy={total} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <section>
          <h2 className="mb-2 font-semibold">{t('accuracy.byPeriod')}</h2>
          <Table
            caption={t('accuracy.byPeriod')}
            rows={accuracy.periods}
            rowKey={({ period }) => period}
            columns={[
              { key: 'period', header: t('period'), cell: (row) => t(`ui:period.${row.period}`) },
              { key: 'wape', header: t('wape'), cell: (row) => share(row.model.wape), align: 'end' },
              {
                key: 'planned',
                header: t('wapePlanned'),
                cell: (row) => share(row.planned.wape),
                align: 'end',
                wide: true,
              },
              { key: 'waste', header: t('accuracy.waste'), cell: (row) => share(row.model.waste), align: 'end' },
              {
                key: 'shortage',
                header: t('accuracy.shortage'),
                cell: (row) => share(row.model.shortage),
                align: 'end',
              },
            ]}
          />
        </section>
        <section>
          <h2 className="mb-2 font-semibold">{t('accuracy.byMethod')}</h2>
          <Table
            caption={t('accuracy.byMethod')}
            rows={accuracy.methods}
            rowKey={({ method }) => method}
            columns={[
              {
                key: 'method',
                header: t('method.label'),
                cell: (row) => methodName(row.method),
              },
              { key: 'cells', header: t('cells'), cell: (row) => count(row.model.cells, locale), align: 'end' },
              { key: 'wape', header: t('wape'), cell: (row) => share(row.model.wape), align: 'end' },
              {
                key: 'coverage',
                header: t('accuracy.coverage90'),
                cell: (row) => share(row.model.coverage90),
                align: 'end',
              },
            ]}
          />
        </section>
      </div>
      <Card as="section">
        <h2 className="font-semibold">{t('accuracy.overrides')}</h2>
        <p className="text-ink-2">
          {overrides.cells === 0
            ? t('accuracy.noOverrides')
            : t('accuracy.overridesText', {
                count: overrides.cells,
                people: share(overrides.wape),
                model: share(overrides.modelWape),
              })}
        </p>
      </Card>
    </div>
  )
}
