import { useMemo } from 'react'
import type { Unit } from '../../../api/procurement'
import type { LotTrace } from '../../../api/procurement-tracing'
import { day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import type { Column } from '../../../ui/table'
import { bigUnit } from '../quantity-text'
import { useAmounts } from '../use-amounts'

type Batch = LotTrace['batches'][number]

/** What the kitchen cooked of a lot. */
export function TracedBatches({ batches, unit }: { readonly batches: readonly Batch[]; readonly unit: Unit }) {
  const { t } = useTranslation('procurement-tracing')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { quantity } = useAmounts()
  const columns = useMemo(
    (): Column<Batch>[] => [
      {
        key: 'date',
        header: t('meal'),
        cell: (row) => `${day(row.serviceDate, locale)} ${t(`ui:period.${row.period}`)}`,
        sort: (row) => `${row.serviceDate} ${row.period}`,
      },
      {
        key: 'dish',
        header: t('dish'),
        cell: (row) => inLocale(row.dish, locale),
        sort: (row) => inLocale(row.dish, locale),
      },
      {
        key: 'site',
        header: buying('columns.site'),
        cell: (row) => inLocale(row.site, locale),
        sort: (row) => inLocale(row.site, locale),
        wide: true,
      },
      {
        key: 'portions',
        header: t('portions'),
        cell: (row) => row.portions,
        sort: (row) => row.portions,
        align: 'end',
      },
      {
        key: 'quantity',
        header: buying('columns.quantity'),
        cell: (row) => quantity(row.quantity, unit),
        sort: (row) => row.quantity,
        value: (row) => row.quantity / bigUnit(unit).size,
        align: 'end',
      },
    ],
    [t, buying, locale, quantity, unit],
  )
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('totals.batches')}</h2>
      <DataTable
        caption={t('totals.batches')}
        columns={columns}
        rows={batches}
        rowKey={({ id }) => id}
        height="40dvh"
        exportAs={t('totals.batches')}
        empty={<p className="text-ink-2">{t('noBatches')}</p>}
      />
    </section>
  )
}
