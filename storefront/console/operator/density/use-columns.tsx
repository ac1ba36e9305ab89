import { useMemo } from 'react'
import type { BuildingRow, CandidateRow, CellRow, CommunityRow, GapRow } from '../../../api/density'
import { count, percent } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import type { Column } from '../../../ui/table'
import { bandOf } from '../bands'
import { PickButton } from './pick-button'

/** Columns of every list of this page; numbers that nobody could divide for are a dash. */
export function useColumns(chosen: string | undefined) {
  const { t } = useTranslation('density')
  const { locale } = useLocale()
  return useMemo(() => {
    const number = <R,>(
      key: string,
      header: string,
      value: (row: R) => number | null,
      more: { readonly wide?: true } = {},
    ): Column<R> => ({
      key,
      header,
      cell: (row) => {
        const own = value(row)
        return own === null ? '–' : count(own, locale)
      },
      sort: (row) => value(row) ?? -1,
      value,
      align: 'end',
      ...more,
    })
    const name = <R extends { readonly name: { zh: string; en: string } }>(
      id: (row: R) => string,
      header = t('column.name'),
    ): Column<R> => ({
      key: 'name',
      header,
      cell: (row) => (
        <PickButton id={id(row)} chosen={chosen}>
          {inLocale(row.name, locale)}
        </PickButton>
      ),
      sort: (row) => inLocale(row.name, locale),
    })
    /** Offices and schools have no households, so nothing to count for a hundred of them. */
    const penetration = <R extends { readonly penetration: number; readonly households: number }>(): Column<R> => {
      const value = (row: R) => (row.households > 0 ? row.penetration : null)
      const cell = (row: R) => <Swatch penetration={value(row)} />
      return { ...number<R>('penetration', t('column.penetration'), value), cell }
    }
    const communities: readonly Column<CommunityRow>[] = [
      name((row) => row.communityId),
      number('households', t('column.households'), (row) => row.households, { wide: true }),
      number('orders', t('column.orders'), (row) => row.orders),
      penetration(),
      number('perBuilding', t('column.perBuilding'), (row) => row.ordersPerBuilding, { wide: true }),
      number('boxesPerStop', t('column.boxesPerStop'), (row) => row.boxesPerStop, { wide: true }),
      number('kitchen', t('column.kitchenMetres'), (row) => row.kitchenMetres, { wide: true }),
    ]
    const buildings: readonly Column<BuildingRow>[] = [
      {
        key: 'name',
        header: t('column.building'),
        cell: (row) => inLocale(row.name, locale),
        sort: (row) => inLocale(row.name, locale),
      },
      {
        key: 'community',
        header: t('column.name'),
        cell: (row) => inLocale(row.community, locale),
        sort: (row) => inLocale(row.community, locale),
        wide: true,
      },
      number('households', t('column.households'), (row) => row.households, { wide: true }),
      number('perMeal', t('column.perMeal'), (row) => row.ordersPerMeal),
      number('boxesPerStop', t('column.boxesPerStop'), (row) => row.boxesPerStop),
      number('meals', t('column.meals'), (row) => row.meals, { wide: true }),
    ]
    const cells: readonly Column<CellRow>[] = [
      {
        key: 'cell',
        header: t('column.cell'),
        cell: (row) => (
          <PickButton id={row.cell} chosen={chosen}>
            <code className="text-caption">{row.cell}</code>
          </PickButton>
        ),
        sort: (row) => row.cell,
      },
      number('households', t('column.households'), (row) => row.households),
      number('orders', t('column.orders'), (row) => row.orders),
      penetration(),
    ]
    const gaps: readonly Column<GapRow>[] = [
      name((row) => row.communityId),
      number('households', t('column.households'), (row) => row.households),
      number('kitchen', t('column.kitchenMetres'), (row) => row.metres),
    ]
    const community: Column<CandidateRow & { rank: number }> = {
      key: 'community',
      header: t('column.community'),
      cell: (row) => inLocale(row.community, locale),
      wide: true,
    }
    const candidates = (
      all: { readonly households: number },
      kind: 'kitchen' | 'locker',
    ): readonly Column<CandidateRow & { rank: number }>[] => [
      number('rank', t('column.rank'), (row) => row.rank),
      name((row) => row.placeId, t(kind === 'locker' ? 'column.building' : 'column.name')),
      // a kitchen is proposed for a community as a whole
      ...(kind === 'locker' ? [community] : []),
      number('gained', t('column.gained'), (row) => row.households),
      number('demand', t('column.demand'), (row) => row.demand, { wide: true }),
      {
        key: 'within',
        header: t('column.within'),
        cell: (row) => percent(all.households > 0 ? row.within / all.households : 0, locale),
        sort: (row) => row.within,
        align: 'end',
      },
    ]
    return { communities, buildings, cells, gaps, candidates }
  }, [t, locale, chosen])
}

/** A penetration with the colour it has on the map. */
function Swatch({ penetration }: { readonly penetration: number | null }) {
  const { locale } = useLocale()
  if (penetration === null) return '–'
  return (
    <span className="inline-flex items-center gap-2">
      <span
        aria-hidden
        className="size-3 rounded-[3px] border border-brand-800"
        style={{ background: bandOf(penetration).colour }}
      />
      <b>{count(penetration, locale)}</b>
    </span>
  )
}
