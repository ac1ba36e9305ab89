import { Store } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { setSearch } from '../../../address/use-address'
import { listSuppliers, type SupplierRow } from '../../../api/procurement-suppliers'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { SearchFilter, useFilter } from '../filters'
import { fullDate } from '../full-date'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useList } from '../use-procurement'
import { useSort } from '../use-sort'
import { PapersTag } from './papers-tag'
import { SupplierPages } from './supplier-pages'
import { useWeekdays } from './use-weekdays'

const SupplierPanel = lazy(() => import('./supplier-panel'))

/** Who delivers, on which days, from how much on, and whether their papers hold. */
export default function SuppliersPage() {
  const { t } = useTranslation('procurement-suppliers')
  const [search = '', supplierId] = [useFilter('search'), useFilter('supplier')]
  const asked = useList(['suppliers'], (signal) => listSuppliers({}, { signal }))
  const columns = useColumns()
  const sort = useSort()
  const fits = ({ name }: SupplierRow) => `${name.zh} ${name.en}`.toLowerCase().includes(search.toLowerCase())
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <SearchFilter placeholder={t('search')} />
        <SupplierPages />
      </div>
      <Loaded of={asked}>
        {({ suppliers }) => (
          <DataTable
            caption={t('pages.list')}
            columns={columns}
            rows={suppliers.filter(fits)}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setSearch({ supplier: id })}
            exportAs={t('pages.list')}
            {...sort}
            empty={<EmptyState icon={<Store size={28} />} title={t('none')} text={t('noneText')} />}
          />
        )}
      </Loaded>
      {supplierId && (
        <Suspense fallback={null}>
          <SupplierPanel key={supplierId} supplierId={supplierId} />
        </Suspense>
      )}
    </Shell>
  )
}

function useColumns(): readonly Column<SupplierRow>[] {
  const { t } = useTranslation('procurement-suppliers')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const weekdays = useWeekdays()
  return useMemo(
    () => [
      {
        key: 'supplier',
        header: buying('columns.supplier'),
        cell: (row) => inLocale(row.name, locale),
        sort: (row) => inLocale(row.name, locale),
      },
      {
        key: 'papers',
        header: t('paper.title'),
        cell: (row) => (
          <span className="flex flex-wrap items-center gap-x-2">
            <PapersTag papers={row.papers} />
            {row.papersEnd && <span className="max-md:hidden">{fullDate(row.papersEnd, locale)}</span>}
          </span>
        ),
        sort: (row) => row.papersEnd ?? '',
      },
      {
        key: 'days',
        header: t('deliveryDays'),
        cell: (row) => weekdays(row.deliveryWeekdays),
        value: (row) => weekdays(row.deliveryWeekdays),
        wide: true,
      },
      {
        key: 'lead',
        header: t('lead'),
        cell: (row) => t('leadDays', { count: row.leadDays }),
        sort: (row) => row.leadDays,
        wide: true,
      },
      {
        key: 'cutoff',
        header: t('cutoff'),
        cell: (row) => row.orderCutoff,
        sort: (row) => row.orderCutoff,
        wide: true,
      },
      {
        key: 'minimum',
        header: t('minimum'),
        cell: (row) => yuan(row.minimumMinor),
        sort: (row) => row.minimumMinor,
        value: (row) => row.minimumMinor / 100,
        align: 'end',
        wide: true,
      },
      { key: 'items', header: t('items'), cell: (row) => row.items, sort: (row) => row.items, align: 'end' },
    ],
    [t, buying, locale, yuan, weekdays],
  )
}
