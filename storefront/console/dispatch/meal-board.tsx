import { type ReactNode, useMemo } from 'react'
import { setSearch, useAddress } from '../../address/use-address'
import type { Board } from '../../api/dispatch'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { LiveMark } from '../../ui/live-mark'
import { Alerts } from './alerts'
import { type Acting, Handles } from './handles'
import { FollowUps } from './follow-ups'
import { runsOf, shownOf, unservedOf } from './board'
import { PlanState } from './plan-state'
import { RunList } from './run-list'
import { Unserved } from './unserved'
import { useSiteNews } from './use-board'
import { Where } from './where'

const LISTS = ['runs', 'unserved', 'todo'] as const
type List = (typeof LISTS)[number]

/** One meal's delivery: vans left, map right. */
export function MealBoard({ board }: { readonly board: Board }) {
  const { t } = useTranslation('dispatch')
  const { search } = useAddress()
  const live = useSiteNews(board.plan.siteId, board.streamVersion)
  const runs = useMemo(() => runsOf(board), [board])
  const unserved = useMemo(() => unservedOf(board), [board])
  const list: List = LISTS.find((one) => one === search.get('list')) ?? 'runs'
  const shown = shownOf(search.get('show'))
  const counts = { runs: runs.length, unserved: unserved.length, todo: board.followUps.length }
  const lists: Readonly<Record<List, (acting: Acting) => ReactNode>> = {
    runs: (acting) => <RunList board={board} runs={runs} shown={shown} acting={acting} />,
    unserved: (acting) => <Unserved board={board} stops={unserved} acting={acting} />,
    todo: () => <FollowUps followUps={board.followUps} />,
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <PlanState board={board} />
        <LiveMark {...live} />
      </div>
      <Alerts alerts={board.alerts} board={board} />
      <Handles board={board} runs={runs}>
        {(acting) => (
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(400px,480px)_minmax(0,1fr)]">
            <div className="min-w-0 space-y-3">
              <Segmented
                label={t('lists.label')}
                value={list}
                options={LISTS.map((value) => ({ value, label: t(`lists.${value}`, { count: counts[value] }) }))}
                onChange={(next) => setSearch({ list: next === 'runs' ? null : next })}
              />
              {lists[list](acting)}
            </div>
            <Where board={board} runs={runs} shown={shown} />
          </div>
        )}
      </Handles>
    </>
  )
}
