import { ReceiptText } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { setSearch } from '../../../address/use-address'
import { type InvoiceRow, listInvoices } from '../../../api/procurement-matching'
import { day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { ChoiceFilter, SupplierFilter, useFilter } from '../filters'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useList, useOverview } from '../use-procurement'
import { useSort } from '../use-sort'
import { InvoiceTag } from './invoice-tag'
import { MatchingPages } from './matching-pages'

const InvoicePanel = lazy(() => import('./invoice-panel'))
const STATES = ['held', 'payable'] as const

/** Suppliers' invoices, the next due first: payable, or held while something does not agree. */
export default function InvoicesPage() {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const [supplierId, asksFor, invoiceId] = [useFilter('supplierId'), useFilter('state'), useFilter('invoice')]
  const query = { supplierId, status: STATES.find((each) => each === asksFor) }
  const overview = useOverview()
  const asked = useList(['invoices', query], (signal) => listInvoices({ query }, { signal }))
  const columns = useColumns()
  const sort = useSort()
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SupplierFilter overview={overview.data} />
        <ChoiceFilter
          name="state"
          label={buying('filter.status')}
          all={buying('filter.allStatuses')}
          options={STATES.map((value) => ({ value, label: t(`invoiceStatus.${value}`) }))}
        />
        <div className="ml-auto">
          <MatchingPages />
        </div>
      </div>
      <Loaded of={asked}>
        {({ invoices }) => (
          <DataTable
            caption={t('pages.invoices')}
            columns={columns}
            rows={invoices}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setSearch({ invoice: id })}
            exportAs={t('pages.invoices')}
            {...sort}
            empty={<EmptyState icon={<ReceiptText size={28} />} title={t('noInvoices')} text={t('noInvoicesText')} />}
          />
        )}
      </Loaded>
      {invoiceId && (
        <Suspense fallback={null}>
          <InvoicePanel key={invoiceId} invoiceId={invoiceId} />
        </Suspense>
      )}
    </Shell>
  )
}

function useColumns(): readonly Column<InvoiceRow>[] {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  return useMemo(
    () => [
      { key: 'number', header: t('invoice'), cell: (row) => row.number, sort: (row) => row.number },
      {
        key: 'supplier',
        header: buying('columns.supplier'),
        cell: (row) => inLocale(row.supplier, locale),
        sort: (row) => inLocale(row.supplier, locale),
        wide: true,
      },
      { key: 'order', header: t('order'), cell: (row) => row.orderNumber, sort: (row) => row.orderNumber, wide: true },
      {
        key: 'due',
        header: t('due'),
        cell: (row) => day(row.dueOn, locale),
        sort: (row) => row.dueOn,
      },
      {
        key: 'status',
        header: buying('columns.status'),
        cell: (row) => <InvoiceTag invoice={row} />,
        value: (row) => t(`invoiceStatus.${row.status}`),
      },
      {
        key: 'total',
        header: t('total'),
        cell: (row) => yuan(row.totalMinor),
        sort: (row) => row.totalMinor,
        value: (row) => row.totalMinor / 100,
        align: 'end',
        wide: true,
      },
      {
        key: 'payable',
        header: t('payable'),
        cell: (row) => <span className="font-semibold">{yuan(row.payableMinor)}</span>,
        sort: (row) => row.payableMinor,
        value: (row) => row.payableMinor / 100,
        align: 'end',
      },
    ],
    [t, buying, locale, yuan],
  )
}
