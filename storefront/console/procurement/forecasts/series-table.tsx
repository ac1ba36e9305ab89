import type { Series } from '../../../api/procurement-forecasts'
import { count, day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { atLevel } from '../../../ui/chart/fan'
import { Table } from '../../../ui/table'
import { daysOf } from './days'

/** What the chart shows, as figures: for those who do not see it, and to look closer. */
export function SeriesTable({ series }: { readonly series: Series }) {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  const { levels } = series
  const whole = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : count(Math.round(value), locale)
  return (
    <details>
      <summary className="min-h-target py-2 font-semibold text-brand-700">{t('asTable')}</summary>
      <Table
        caption={t('asTable')}
        rows={daysOf(series).toReversed()}
        rowKey={({ date }) => date}
        columns={[
          { key: 'date', header: t('day'), cell: (row) => day(row.date, locale) },
          { key: 'actual', header: t('actual'), cell: (row) => whole(row.actual), align: 'end' },
          { key: 'planned', header: t('planned'), cell: (row) => whole(row.planned), align: 'end' },
          {
            key: 'median',
            header: t('median'),
            cell: (row) => row.quantiles && whole(atLevel(levels, row.quantiles, 0.5)),
            align: 'end',
          },
          {
            key: 'span',
            header: t('span'),
            cell: (row) => row.quantiles && `${whole(row.quantiles[0])}–${whole(row.quantiles.at(-1))}`,
            align: 'end',
          },
          { key: 'chosen', header: t('chosen'), cell: (row) => whole(row.chosen), align: 'end' },
        ]}
      />
    </details>
  )
}
