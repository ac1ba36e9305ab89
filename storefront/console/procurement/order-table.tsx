import { type ReactNode, useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { OrderRow } from '../../api/procurement'
import { day } from '../../i18n/format'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { DataTable } from '../../ui/data-table'
import type { Column } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { StatusTag } from './status-tag'
import { useAmounts } from './use-amounts'

const keyOf = ({ number }: OrderRow) => number

/** Orders to sort, select and open. Rows are known by their number, which is what people say. */
export function OrderTable({
  caption,
  rows,
  selected,
  onSelect,
  onOpen,
  empty,
}: {
  readonly caption: string
  readonly rows: readonly OrderRow[]
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  readonly onOpen: (row: OrderRow) => void
  readonly empty: ReactNode
}) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const columns = useMemo(
    (): Column<OrderRow>[] => [
      { key: 'number', header: t('procurement.columns.number'), cell: keyOf, sort: keyOf },
      {
        key: 'supplier',
        header: t('procurement.columns.supplier'),
        cell: (row) => inLocale(row.supplier, locale),
        sort: (row) => inLocale(row.supplier, locale),
      },
      {
        key: 'site',
        header: t('procurement.columns.site'),
        cell: (row) => inLocale(row.site, locale),
        sort: (row) => inLocale(row.site, locale),
      },
      {
        key: 'deliverOn',
        header: t('procurement.columns.deliverOn'),
        cell: (row) => day(row.deliverOn, locale),
        sort: (row) => row.deliverOn,
      },
      { key: 'status', header: t('procurement.columns.status'), cell: (row) => <StatusTag status={row.status} /> },
      { key: 'lines', header: t('procurement.columns.lines'), cell: (row) => row.lines, align: 'end' },
      {
        key: 'total',
        header: t('procurement.columns.total'),
        cell: (row) => (
          <>
            {row.belowMinimum && row.status === 'proposed' && (
              <span className="mr-2">
                <Tag kind="warn">{t('procurement.belowMinimum')}</Tag>
              </span>
            )}
            {yuan(row.totalMinor)}
          </>
        ),
        sort: (row) => row.totalMinor,
        align: 'end',
      },
    ],
    [t, locale, yuan],
  )
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      onOpen={onOpen}
      empty={empty}
      {...(selected && onSelect ? { selected, onSelect } : {})}
    />
  )
}
