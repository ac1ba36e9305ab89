import { useMemo } from 'react'
import type { Count, CountLine } from '../../../api/procurement-counts'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import type { Column } from '../../../ui/table'
import { bigUnit } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { useSort } from '../use-sort'

/** What was counted beside what the books said, and what the difference is worth. */
export function CountResult({ count }: { readonly count: Count }) {
  const { t } = useTranslation('procurement-counts')
  const { yuan } = useAmounts()
  const columns = useColumns()
  const sort = useSort()
  return (
    <>
      {count.varianceMinor !== null && (
        <p className="figures mb-3 font-semibold">{t('total', { value: yuan(count.varianceMinor) })}</p>
      )}
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={count.lines}
        rowKey={({ id }) => id}
        exportAs={t('title')}
        {...sort}
      />
    </>
  )
}

function useColumns(): readonly Column<CountLine>[] {
  const { t } = useTranslation('procurement-counts')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { quantity, yuan } = useAmounts()
  return useMemo(() => {
    const amount = (key: 'counted' | 'expected' | 'variance'): Column<CountLine> => ({
      key,
      header: t(key),
      cell: (line) => {
        const value = line[key]
        if (value === null) return ''
        return (
          <span className={key === 'variance' && value < 0 ? 'text-danger' : ''}>{quantity(value, line.unit)}</span>
        )
      },
      sort: (line) => line[key] ?? 0,
      value: (line) => (line[key] === null ? null : line[key] / bigUnit(line.unit).size),
      align: 'end',
      ...(key === 'expected' ? { wide: true } : {}),
    })
    return [
      {
        key: 'ingredient',
        header: buying('columns.ingredient'),
        cell: (line) => inLocale(line.ingredient, locale),
        sort: (line) => inLocale(line.ingredient, locale),
      },
      {
        key: 'lot',
        header: buying('columns.lot'),
        cell: (line) => line.lotCode,
        sort: (line) => line.lotCode,
        wide: true,
      },
      amount('expected'),
      amount('counted'),
      amount('variance'),
      {
        key: 'worth',
        header: buying('columns.cost'),
        cell: (line) => (line.varianceMinor === null ? '' : yuan(line.varianceMinor)),
        sort: (line) => line.varianceMinor ?? 0,
        value: (line) => (line.varianceMinor === null ? null : line.varianceMinor / 100),
        align: 'end',
      },
    ]
  }, [t, buying, locale, quantity, yuan])
}
