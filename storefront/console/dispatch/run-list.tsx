import { Truck } from 'lucide-react'
import { setSearch, useAddress } from '../../address/use-address'
import type { Board } from '../../api/dispatch'
import { useTranslation } from '../../i18n/use-translation'
import { EmptyState } from '../../ui/states'
import { fitting, type RunOnBoard, SHOWN, type Shown } from './board'
import type { Acting } from './handles'
import { RunCard } from './run-card'

/** The vans of a meal; the chosen one is open. */
export function RunList({
  board,
  runs,
  shown,
  acting,
}: {
  readonly board: Board
  readonly runs: readonly RunOnBoard[]
  readonly shown: Shown
  readonly acting: Acting
}) {
  const { t } = useTranslation('dispatch')
  const chosen = useAddress().search.get('run')
  if (runs.length === 0)
    return (
      <EmptyState
        title={t(board.plan.planning ? 'runs.planning' : 'runs.none')}
        text={t('runs.noneHint')}
        icon={<Truck size={28} />}
      />
    )
  const fits = fitting(runs, shown)
  return (
    <>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t('show.label')}</legend>
        {SHOWN.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === shown}
            onClick={() => setSearch({ show: one === 'all' ? null : one })}
            className="figures min-h-8 rounded-full border border-control bg-surface px-3 text-secondary hover:bg-brand-50 aria-pressed:border-brand-600 aria-pressed:bg-brand-50 aria-pressed:font-semibold aria-pressed:text-brand-800"
          >
            {t(`show.${one}`)} {fitting(runs, one).length}
          </button>
        ))}
      </fieldset>
      {fits.length === 0 && <p className="px-1 py-6 text-center text-ink-2">{t('show.nothing')}</p>}
      <ul className="space-y-2">
        {fits.map((run) => (
          <RunCard key={run.id} run={run} board={board} isOpen={run.id === chosen} acting={acting} />
        ))}
      </ul>
    </>
  )
}
