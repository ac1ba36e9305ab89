import { MapPinned } from 'lucide-react'
import { useMemo } from 'react'
import type { Candidates, DensityAnswer } from '../../../api/density'
import { count, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import type { Asked } from './asked'
import { useColumns } from './use-columns'
import { useCandidates, useCoverageGaps, useDenseBuildings, useDensityCells } from './use-density'

const HEIGHT = '32rem'

/** The same as the map shows, to read, sort and take along. */
export function Rows({ asked, density }: { readonly asked: Asked; readonly density: DensityAnswer }) {
  const columns = useColumns(asked.chosen)
  const [buildings, cells, gaps] = [useDenseBuildings(asked), useDensityCells(asked), useCoverageGaps(asked)]
  if (asked.view === 'buildings')
    return (
      <Loaded of={buildings}>
        {(data) => (
          <List view="buildings" columns={columns.buildings} rows={data.buildings} rowKey={(row) => row.buildingId} />
        )}
      </Loaded>
    )
  if (asked.view === 'cells')
    return (
      <Loaded of={cells}>
        {(data) => <List view="cells" columns={columns.cells} rows={data.cells} rowKey={(row) => row.cell} />}
      </Loaded>
    )
  if (asked.view === 'gaps')
    return (
      <Loaded of={gaps}>
        {(data) => <List view="gaps" columns={columns.gaps} rows={data.gaps} rowKey={(row) => row.communityId} />}
      </Loaded>
    )
  if (asked.view !== 'communities') return <WhatIf asked={asked} view={asked.view} />
  return (
    <List
      view="communities"
      columns={columns.communities}
      rows={density.communities}
      rowKey={(row) => row.communityId}
    />
  )
}

function WhatIf({ asked, view }: { readonly asked: Asked; readonly view: 'kitchen' | 'locker' }) {
  const candidates = useCandidates(asked)
  return <Loaded of={candidates}>{(data) => <Places asked={asked} view={view} found={data} />}</Loaded>
}

/** What each next place would bring, were all before it there. */
function Places({
  asked,
  view,
  found,
}: {
  readonly asked: Asked
  readonly view: 'kitchen' | 'locker'
  readonly found: Candidates
}) {
  const { t } = useTranslation('density')
  const { locale } = useLocale()
  const all = useColumns(asked.chosen)
  const columns = useMemo(() => all.candidates(found, view), [all, found, view])
  const rows = useMemo(() => found.candidates.map((row, i) => ({ ...row, rank: i + 1 })), [found])
  const share = (within: number) => percent(found.households > 0 ? within / found.households : 0, locale)
  const last = rows.at(-1)
  return (
    <div className="space-y-2">
      {last && (
        <p className="text-ink-2">
          {t('whatIf', {
            count: rows.length,
            now: share(found.within),
            then: share(last.within),
            metres: count(asked.metres, locale),
          })}
        </p>
      )}
      <List view={view} columns={columns} rows={rows} rowKey={(row) => row.placeId} />
    </div>
  )
}

function List<R extends object>({
  view,
  columns,
  rows,
  rowKey,
}: {
  readonly view: Asked['view']
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
}) {
  const { t } = useTranslation('density')
  return (
    <DataTable
      caption={t(`view.${view}`)}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      height={HEIGHT}
      exportAs={`density-${view}`}
      empty={<EmptyState icon={<MapPinned size={28} />} title={t(`empty.${view}`)} text={t(`emptyText.${view}`)} />}
    />
  )
}
