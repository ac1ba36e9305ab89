import type { KitchenRow } from '../../../api/density'
import { count } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Table } from '../../../ui/table'
import { Tag } from '../../../ui/tag'

/** Every kitchen's meals: how dense they were, and whether a tour earned what it cost. */
export function KitchenTable({ kitchens }: { readonly kitchens: readonly KitchenRow[] }) {
  const { t } = useTranslation('density')
  const { locale, say } = useLocale()
  const number = (value: number | null) => (value === null ? '–' : count(value, locale))
  return (
    <Table
      caption={t('kitchens')}
      rows={kitchens}
      rowKey={({ siteId, period }) => `${siteId}-${period}`}
      columns={[
        {
          key: 'kitchen',
          header: t('column.kitchen'),
          cell: ({ name, period }) => `${say(name)} · ${t(`ui:period.${period}`)}`,
        },
        { key: 'orders', header: t('column.orders'), cell: (row) => number(row.orders), align: 'end', wide: true },
        {
          key: 'perBuilding',
          header: t('column.perBuilding'),
          cell: (row) => number(row.ordersPerBuilding),
          align: 'end',
          wide: true,
        },
        {
          key: 'boxesPerStop',
          header: t('column.boxesPerStop'),
          cell: (row) => number(row.boxesPerStop),
          align: 'end',
        },
        {
          key: 'breakEven',
          header: t('column.breakEven'),
          cell: (row) => <Earns row={row} text={number(row.breakEven)} />,
          align: 'end',
        },
        { key: 'stopsPerKm', header: t('column.stopsPerKm'), cell: (row) => number(row.stopsPerKm), align: 'end' },
      ]}
    />
  )
}

function Earns({ row: { boxesPerStop, breakEven }, text }: { readonly row: KitchenRow; readonly text: string }) {
  const { t } = useTranslation('density')
  if (boxesPerStop === null || breakEven === null) return text
  const earns = boxesPerStop >= breakEven
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <Tag kind={earns ? 'brand' : 'warn'}>{t(earns ? 'earns' : 'costs')}</Tag>
      {text}
    </span>
  )
}
