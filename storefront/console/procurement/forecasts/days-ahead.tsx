import type { DayAhead, Series } from '../../../api/procurement-forecasts'
import { count, day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { atLevel } from '../../../ui/chart/fan'
import { Table } from '../../../ui/table'
import { Tag } from '../../../ui/tag'

/** The days to come: expected, chosen at the service level, ordered already, and what a person decided. */
export function DaysAhead({
  series: { ahead, levels },
  onChange,
}: {
  readonly series: Series
  readonly onChange: (day: DayAhead) => void
}) {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  const whole = (value: number | undefined) => (value === undefined ? '–' : count(Math.round(value), locale))
  return (
    <section className="mb-4">
      <h2 className="mb-2 font-semibold">{t('ahead')}</h2>
      <Table
        caption={t('ahead')}
        rows={ahead}
        rowKey={({ date }) => date}
        empty={<p className="text-ink-2">{t('offMenu')}</p>}
        columns={[
          { key: 'date', header: t('day'), cell: (row) => day(row.date, locale) },
          {
            key: 'median',
            header: t('median'),
            cell: (row) => whole(atLevel(levels, row.quantiles, 0.5)),
            align: 'end',
          },
          {
            key: 'span',
            header: t('span'),
            cell: (row) => `${whole(row.quantiles[0])}–${whole(row.quantiles.at(-1))}`,
            align: 'end',
            wide: true,
          },
          { key: 'firm', header: t('firm'), cell: (row) => count(row.firm, locale), align: 'end' },
          {
            key: 'chosen',
            header: t('chosen'),
            cell: (row) => (
              <>
                {row.override && <Tag kind="warn">{t('overridden')}</Tag>}{' '}
                <span className="font-semibold">{count(row.chosen, locale)}</span>
                {row.override && (
                  <span className="block text-secondary whitespace-normal text-ink-2">
                    {row.override.reason} · {row.override.by}
                  </span>
                )}
              </>
            ),
            align: 'end',
          },
          {
            key: 'act',
            header: '',
            cell: (row) => (
              <Button kind="quiet" size="small" onClick={() => onChange(row)}>
                {t('change')}
              </Button>
            ),
            align: 'end',
          },
        ]}
      />
    </section>
  )
}
