import { ClipboardCheck } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch, useAddress } from '../../address/use-address'
import type { OrderRow } from '../../api/supplier'
import { useStream } from '../../api/use-stream'
import { day } from '../../i18n/format'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { Segmented } from '../../ui/choice'
import { DataTable } from '../../ui/data-table'
import { LiveMark } from '../../ui/live-mark'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import type { Column } from '../../ui/table'
import { StatusTag } from '../procurement/orders/status-tag'
import { useAmounts } from '../procurement/use-amounts'
import { useSort } from '../procurement/use-sort'
import { OwnPages } from './own-pages'
import { useOwnOrders, useRefresh } from './use-own-orders'

const OwnOrderPanel = lazy(() => import('./order-panel'))

/** The orders a supplier was sent: those that wait for an answer first. */
export default function SupplierOrdersPage() {
  const { t } = useTranslation('supplier')
  const { search } = useAddress()
  const open = search.get('show') !== 'all'
  const orderId = search.get('order')
  const { data, error, refetch } = useOwnOrders(open)
  const columns = useColumns()
  const sort = useSort()
  return (
    <>
      <header className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <div className="flex items-center gap-3">
          {data?.streams.map(({ supplierId, version }) => (
            <Follow key={supplierId} supplierId={supplierId} from={version} />
          ))}
          <div className="w-64">
            <Segmented
              label={t('filter.label')}
              value={open ? 'open' : 'all'}
              options={[
                { value: 'open', label: t('filter.open') },
                { value: 'all', label: t('filter.all') },
              ]}
              onChange={(value) => setSearch({ show: value === 'all' ? 'all' : null })}
            />
          </div>
        </div>
      </header>
      <div className="mb-3">
        <OwnPages />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.orders}
          rowKey={({ number }) => number}
          exportAs={t('title')}
          {...sort}
          onOpen={({ id }) => setSearch({ order: id })}
          empty={
            <EmptyState
              icon={<ClipboardCheck size={28} />}
              title={t(open ? 'empty' : 'emptyAll')}
              text={t('emptyText')}
            />
          }
        />
      )}
      {orderId && (
        <Suspense fallback={null}>
          <OwnOrderPanel key={orderId} orderId={orderId} />
        </Suspense>
      )}
    </>
  )
}

function Follow({ supplierId, from }: { readonly supplierId: string; readonly from: number }) {
  const refresh = useRefresh()
  const live = useStream(`/api/supplier/stream/${supplierId}`, { from, on: { order: () => void refresh() } })
  return <LiveMark state={live.state} ageSeconds={live.ageSeconds} />
}

function useColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation('supplier')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  return useMemo(
    () => [
      {
        key: 'number',
        header: buying('columns.number'),
        cell: (row) => row.number,
        sort: (row) => row.number,
      },
      {
        key: 'buyer',
        header: t('buyer'),
        cell: (row) => inLocale(row.buyer, locale),
        value: (row) => inLocale(row.buyer, locale),
        wide: true,
      },
      {
        key: 'site',
        header: t('deliverTo'),
        cell: (row) => inLocale(row.site, locale),
        sort: (row) => inLocale(row.site, locale),
      },
      {
        key: 'deliverOn',
        header: buying('columns.deliverOn'),
        cell: (row) => day(row.deliverOn, locale),
        sort: (row) => row.deliverOn,
      },
      {
        key: 'status',
        header: buying('columns.status'),
        cell: (row) => <StatusTag status={row.status} />,
        value: (row) => buying(`status.${row.status}`),
      },
      {
        key: 'lines',
        header: buying('columns.lines'),
        cell: (row) => row.lines,
        value: (row) => row.lines,
        align: 'end',
        wide: true,
      },
      {
        key: 'total',
        header: buying('columns.total'),
        cell: (row) => yuan(row.totalMinor),
        sort: (row) => row.totalMinor,
        value: (row) => row.totalMinor / 100,
        align: 'end',
      },
    ],
    [t, buying, locale, yuan],
  )
}
