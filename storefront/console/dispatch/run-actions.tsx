import { OctagonAlert, PackageX } from 'lucide-react'
import { useState } from 'react'
import { assignRun, type Board } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { notify } from '../../ui/toast'
import { byLoad, canChange, type RunOnBoard } from './board'
import { StopRunSheet } from './stop-run-sheet'
import { useDispatch } from './use-board'

/** Whom a run is given to, and what to do when its courier cannot go on. */
export function RunActions({ run, board }: { readonly run: RunOnBoard; readonly board: Board }) {
  const { t } = useTranslation('dispatch')
  const [stopping, setStopping] = useState(false)
  const assign = useDispatch(({ courierId }: { courierId: string | null }, options) => {
    return assignRun({ params: { runId: run.id }, body: { courierId } }, options)
  })
  const give = (courierId: string | null) => {
    const before = run.courierId
    const name = board.couriers.find(({ personId }) => personId === courierId)?.name
    assign.act(
      { courierId },
      {
        onSuccess: () =>
          void notify({
            text: name ? t('assign.given', { run: run.number, name }) : t('assign.freed', { run: run.number }),
            undo: () => assign.act({ courierId: before }),
            undoLabel: t('ui:undo'),
          }),
      },
    )
  }
  const { loadCheck, stopReason } = run
  return (
    <div className="mb-2 space-y-2">
      {canChange(run) && (
        <Select
          label={t('assign.label')}
          value={run.courierId ?? ''}
          disabled={assign.busy}
          onChange={({ target }) => give(target.value || null)}
        >
          <option value="">{t('nobody')}</option>
          {byLoad(board.couriers).map(({ personId, name, runIds }) => (
            <option key={personId} value={personId}>
              {name} · {t('assign.runs', { count: runIds.length })}
            </option>
          ))}
        </Select>
      )}
      {loadCheck && (loadCheck.missing.length > 0 || loadCheck.foreign.length > 0) && (
        <p className="flex items-start gap-2 rounded-control bg-warn-50 px-3 py-1.5 text-warn">
          <PackageX size={16} aria-hidden className="mt-0.5 shrink-0" />
          <span>
            {t('load.missing', { count: loadCheck.missing.length, codes: loadCheck.missing.join(', ') || '–' })}{' '}
            {loadCheck.foreign.length > 0 && t('load.foreign', { codes: loadCheck.foreign.join(', ') })}{' '}
            {loadCheck.reason && t('load.reason', { reason: loadCheck.reason })}
          </span>
        </p>
      )}
      {stopReason && <p className="text-danger">{t('stoppedBecause', { reason: t(`stopReason.${stopReason}`) })}</p>}
      {run.departedAt && (
        <p className="figures text-ink-2">{t('left', { time: time(run.departedAt, board.plan.zone) })}</p>
      )}
      {(run.status === 'loaded' || run.status === 'on_the_way') && (
        <Button
          kind="danger"
          size="small"
          icon={<OctagonAlert size={15} aria-hidden />}
          onClick={() => setStopping(true)}
        >
          {t('stopRun.button')}
        </Button>
      )}
      {stopping && <StopRunSheet run={run} board={board} onClose={() => setStopping(false)} />}
    </div>
  )
}
