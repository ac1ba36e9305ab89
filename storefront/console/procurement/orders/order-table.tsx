import { useMemo } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import type { OrderRow } from '../../../api/procurement'
import { day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { DataTable, type DataTableProps } from '../../../ui/data-table'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { RowStatus } from './row-status'
import { useAmounts } from '../use-amounts'
import { useSort } from '../use-sort'

const keyOf = ({ number }: OrderRow) => number

type Props = Omit<DataTableProps<OrderRow>, 'columns' | 'rowKey' | 'sort' | 'onSort' | 'exportAs'>

/** Orders to sort, select, open and take along. Rows are known by their number, which is what people say. */
export function OrderTable(props: Props) {
  const columns = useColumns()
  const { sort, onSort } = useSort()
  return <DataTable {...props} columns={columns} rowKey={keyOf} sort={sort} onSort={onSort} exportAs={props.caption} />
}

function useColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  return useMemo(
    () => [
      { key: 'number', header: t('columns.number'), cell: keyOf, sort: keyOf, wide: true },
      {
        key: 'supplier',
        header: t('columns.supplier'),
        cell: (row) => (
          <>
            {inLocale(row.supplier, locale)}
            <span className="block text-secondary text-ink-2 md:hidden">{row.number}</span>
          </>
        ),
        sort: (row) => inLocale(row.supplier, locale),
      },
      {
        key: 'site',
        header: t('columns.site'),
        cell: (row) => inLocale(row.site, locale),
        sort: (row) => inLocale(row.site, locale),
        wide: true,
      },
      {
        key: 'deliverOn',
        header: t('columns.deliverOn'),
        cell: (row) => day(row.deliverOn, locale),
        sort: (row) => row.deliverOn,
      },
      {
        key: 'status',
        header: t('columns.status'),
        cell: (row) => <RowStatus row={row} />,
        value: (row) => t(`status.${row.status}`),
      },
      {
        key: 'lines',
        header: t('columns.lines'),
        cell: (row) => row.lines,
        value: (row) => row.lines,
        align: 'end',
        wide: true,
      },
      {
        key: 'total',
        header: t('columns.total'),
        cell: (row) => (
          <>
            {row.belowMinimum && row.status === 'proposed' && (
              <span className="mr-2">
                <Tag kind="warn">{t('belowMinimum')}</Tag>
              </span>
            )}
            {yuan(row.totalMinor)}
          </>
        ),
        sort: (row) => row.totalMinor,
        value: (row) => row.totalMinor / 100,
        align: 'end',
      },
    ],
    [t, locale, yuan],
  )
}
