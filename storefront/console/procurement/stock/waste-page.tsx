import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { listWaste, type Waste } from '../../../api/procurement-stock'
import { dateIn, day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { DayFilter, SiteFilter, useFilter } from '../filters'
import { bigUnit } from '../quantity-text'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useList, useOverview } from '../use-procurement'
import { useSort } from '../use-sort'
import { StockPages } from './stock-pages'
import { WasteByReason } from './waste-by-reason'

/** What was thrown away, why, and what it had cost. */
export default function WastePage() {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const [siteId, from, to] = [useFilter('siteId'), useFilter('from'), useFilter('to')]
  const overview = useOverview()
  const query = { siteId, from, to }
  const asked = useList(['waste', query], (signal) => listWaste({ query }, { signal }))
  const columns = useColumns()
  const sort = useSort()
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <SiteFilter overview={overview.data} />
        <DayFilter name="from" label={buying('form.from')} />
        <DayFilter name="to" label={buying('form.to')} />
        <div className="ml-auto">
          <StockPages />
        </div>
      </div>
      <Loaded of={asked}>
        {({ waste, byReason }) => (
          <>
            <WasteByReason byReason={byReason} />
            <DataTable
              caption={t('pages.waste')}
              columns={columns}
              rows={waste}
              rowKey={(row) => `${row.at} ${row.lotCode} ${row.quantity}`}
              exportAs={t('pages.waste')}
              {...sort}
              empty={<EmptyState icon={<Trash2 size={28} />} title={t('waste.none')} text={t('waste.noneText')} />}
            />
          </>
        )}
      </Loaded>
    </Shell>
  )
}

function useColumns(): readonly Column<Waste['waste'][number]>[] {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { quantity, yuan } = useAmounts()
  const zone = useOverview().data?.sites[0]?.zone ?? 'UTC'
  return useMemo(
    () => [
      {
        key: 'at',
        header: buying('columns.at'),
        cell: (row) => day(dateIn(row.at, zone), locale),
        sort: (row) => row.at,
        value: (row) => dateIn(row.at, zone),
      },
      {
        key: 'ingredient',
        header: buying('columns.ingredient'),
        cell: (row) => inLocale(row.ingredient, locale),
        sort: (row) => inLocale(row.ingredient, locale),
      },
      {
        key: 'site',
        header: buying('columns.site'),
        cell: (row) => inLocale(row.site, locale),
        sort: (row) => inLocale(row.site, locale),
        wide: true,
      },
      { key: 'lot', header: buying('columns.lot'), cell: (row) => row.lotCode, sort: (row) => row.lotCode, wide: true },
      {
        key: 'reason',
        header: buying('columns.reason'),
        cell: (row) => [t(`reason.${row.reason}`), row.note].filter(Boolean).join(' · '),
        sort: (row) => t(`reason.${row.reason}`),
      },
      {
        key: 'quantity',
        header: buying('columns.quantity'),
        cell: (row) => quantity(row.quantity, row.unit),
        sort: (row) => row.quantity,
        value: (row) => row.quantity / bigUnit(row.unit).size,
        align: 'end',
      },
      {
        key: 'cost',
        header: buying('columns.cost'),
        cell: (row) => yuan(row.costMinor),
        sort: (row) => row.costMinor,
        value: (row) => row.costMinor / 100,
        align: 'end',
      },
    ],
    [t, buying, locale, quantity, yuan, zone],
  )
}
