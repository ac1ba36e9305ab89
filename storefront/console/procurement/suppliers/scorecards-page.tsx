import { Award } from 'lucide-react'
import { useMemo } from 'react'
import { listScorecards, type Scorecard } from '../../../api/procurement-suppliers'
import { percent } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { DayFilter, useFilter } from '../filters'
import { fullDate } from '../full-date'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useList } from '../use-procurement'
import { useSort } from '../use-sort'
import { PapersTag } from './papers-tag'
import { SupplierPages } from './supplier-pages'

/** How each supplier did: on time, in full, rejected, short, too warm, dearer. */
export default function ScorecardsPage() {
  const { t } = useTranslation('procurement-suppliers')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const query = { from: useFilter('from'), to: useFilter('to') }
  const asked = useList(['scorecards', query], (signal) => listScorecards({ query }, { signal }))
  const columns = useColumns()
  const sort = useSort()
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <DayFilter name="from" label={buying('form.from')} />
        <DayFilter name="to" label={buying('form.to')} />
        <div className="ml-auto">
          <SupplierPages />
        </div>
      </div>
      <Loaded of={asked}>
        {({ from, to, scorecards }) => (
          <>
            <p className="mb-2 text-ink-2">
              {t('score.span', { from: fullDate(from, locale), to: fullDate(to, locale) })}
            </p>
            <DataTable
              caption={t('pages.scorecards')}
              columns={columns}
              rows={scorecards}
              rowKey={({ supplierId }) => supplierId}
              exportAs={t('pages.scorecards')}
              {...sort}
              empty={<EmptyState icon={<Award size={28} />} title={t('score.none')} text={t('score.noneText')} />}
            />
          </>
        )}
      </Loaded>
    </Shell>
  )
}

/** Shares at which a figure is marked: below for what should be high, above for what should be low. */
const LOW = { onTime: 0.9, inFull: 0.95 }
const HIGH = { rejected: 0.02, shortWeight: 0.02 }

function useColumns(): readonly Column<Scorecard>[] {
  const { t } = useTranslation('procurement-suppliers')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  return useMemo(() => {
    const share = (key: 'onTime' | 'inFull' | 'rejected' | 'shortWeight', bad: (value: number) => boolean) => ({
      key,
      header: t(`score.${key}`),
      cell: (row: Scorecard) => {
        const value = row[key]
        if (value === null) return <span className="text-ink-2">{t('score.nothing')}</span>
        if (!bad(value)) return percent(value, locale)
        return (
          <span className="font-semibold text-danger">
            {percent(value, locale)} <span className="font-normal">{t('score.weak')}</span>
          </span>
        )
      },
      sort: (row: Scorecard) => row[key] ?? -1,
      value: (row: Scorecard) => row[key],
      align: 'end' as const,
    })
    return [
      {
        key: 'supplier',
        header: buying('columns.supplier'),
        cell: (row) => inLocale(row.supplier, locale),
        sort: (row) => inLocale(row.supplier, locale),
      },
      { key: 'orders', header: t('score.orders'), cell: (row) => row.orders, sort: (row) => row.orders, align: 'end' },
      share('onTime', (value) => value < LOW.onTime),
      share('inFull', (value) => value < LOW.inFull),
      { ...share('rejected', (value) => value > HIGH.rejected), wide: true },
      { ...share('shortWeight', (value) => value > HIGH.shortWeight), wide: true },
      {
        key: 'temperature',
        header: t('score.temperature'),
        cell: ({ temperatureBreaches: { breaches, measured } }) => t('score.of', { breaches, measured }),
        sort: ({ temperatureBreaches: { breaches, measured } }) => (measured === 0 ? 0 : breaches / measured),
        align: 'end',
        wide: true,
      },
      {
        key: 'price',
        header: t('score.price'),
        cell: (row) => (row.priceVariance === null ? '' : signed(row.priceVariance, locale)),
        sort: (row) => row.priceVariance ?? 0,
        value: (row) => row.priceVariance,
        align: 'end',
        wide: true,
      },
      { key: 'papers', header: t('paper.title'), cell: (row) => <PapersTag papers={row.papers} />, wide: true },
      {
        key: 'value',
        header: buying('columns.amount'),
        cell: (row) => yuan(row.valueMinor),
        sort: (row) => row.valueMinor,
        value: (row) => row.valueMinor / 100,
        align: 'end',
        wide: true,
      },
    ]
  }, [t, buying, locale, yuan])
}

const signed = (share: number, locale: Parameters<typeof percent>[1]): string =>
  share > 0 ? `+${percent(share, locale)}` : percent(share, locale)
