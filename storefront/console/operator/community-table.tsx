import { useTranslation } from '../../i18n/use-translation'
import { setSearch } from '../../address/use-address'
import type { CityMap, Density } from '../../api/operator'
import { count } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Table } from '../../ui/table'
import { bandOf } from './bands'
import { type Community, communitiesOf } from './communities'
import { Nothing } from './section'

/** The communities of the map as a list, the densest first. Pressing one points it out. */
export function CommunityTable({
  map,
  density,
  chosen,
}: {
  readonly map: CityMap | undefined
  readonly density: readonly Density[]
  readonly chosen: string | undefined
}) {
  const { t } = useTranslation('console')
  const { locale, say } = useLocale()
  const number = (value: number | null) => (value === null ? '–' : count(value, locale))
  return (
    <Table
      caption={t('operator.density.title')}
      rows={communitiesOf(map, density)}
      rowKey={({ id }) => id}
      empty={<Nothing>{t('operator.density.none')}</Nothing>}
      columns={[
        {
          key: 'name',
          header: t('operator.density.community'),
          cell: (row: Community) => (
            <button
              type="button"
              aria-pressed={row.id === chosen}
              onClick={() => setSearch({ community: row.id === chosen ? null : row.id })}
              className="flex min-h-8 w-full items-center gap-2 rounded-control text-left underline-offset-3 hover:underline aria-pressed:font-semibold aria-pressed:text-brand-800"
            >
              <span
                aria-hidden
                className="size-3 shrink-0 rounded-[3px] border border-brand-800"
                style={{ background: bandOf(row.per100Households).colour }}
              />
              {say(row.name)}
            </button>
          ),
        },
        {
          key: 'households',
          header: t('operator.density.households'),
          cell: (row) => count(row.households, locale),
          align: 'end',
        },
        { key: 'orders', header: t('operator.cards.orders'), cell: (row) => count(row.orders, locale), align: 'end' },
        {
          key: 'per100',
          header: t('operator.density.per100'),
          cell: (row) => <b>{count(row.per100Households, locale)}</b>,
          align: 'end',
        },
        {
          key: 'perBuilding',
          header: t('operator.density.perBuilding'),
          cell: (row) => number(row.perBuilding),
          align: 'end',
        },
      ]}
    />
  )
}
