import { lazy, Suspense, useMemo } from 'react'
import { setSearch, useAddress } from '../../address/use-address'
import type { Board } from '../../api/dispatch'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { Skeleton } from '../../ui/states'
import { fitting, type RunOnBoard, type Shown } from './board'

const BoardMap = lazy(() => import('./board-map'))
const StopTable = lazy(() => import('./stop-table'))

const VIEWS = ['map', 'table'] as const

/** Where everything is: a map, or the same as a table for those who cannot see or use one. */
export function Where({
  board,
  runs,
  shown,
}: {
  readonly board: Board
  readonly runs: readonly RunOnBoard[]
  readonly shown: Shown
}) {
  const { t } = useTranslation('dispatch')
  const { search } = useAddress()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'map'
  const chosen = search.get('run')
  const visible = useMemo(() => {
    const own = runs.filter(({ id }) => id === chosen)
    return own.length > 0 ? own : fitting(runs, shown)
  }, [runs, shown, chosen])
  return (
    <section aria-label={t('where.label')} className="min-w-0 space-y-3 xl:sticky xl:top-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-48">
          <Segmented
            label={t('where.label')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`where.${value}`) }))}
            onChange={(next) => setSearch({ view: next === 'map' ? null : next })}
          />
        </div>
        <p className="text-ink-2">
          {chosen && visible.length === 1
            ? t('where.one', { run: visible[0]?.number ?? '' })
            : t('where.all', { count: visible.length })}
        </p>
      </div>
      <Suspense fallback={<Skeleton className="h-96 w-full rounded-card" />}>
        {view === 'map' ? (
          <BoardMap board={board} runs={visible} stopId={search.get('stop')} />
        ) : (
          <StopTable board={board} runs={visible} />
        )}
      </Suspense>
    </section>
  )
}
