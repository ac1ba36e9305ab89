import { useState } from 'react'
import { type Board, stopRun, type StopReason } from '../../api/dispatch'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { byLoad, type RunOnBoard } from './board'
import { useDispatch } from './use-board'

/** Every reason there is, the likeliest first. */
const REASONS: Readonly<Record<StopReason, true>> = {
  breakdown: true,
  accident: true,
  illness: true,
  weather: true,
  other: true,
}

/** A courier cannot go on: why, and who takes over what is not delivered. Asked once more, because food waits. */
export function StopRunSheet({
  run,
  board,
  onClose,
}: {
  readonly run: RunOnBoard
  readonly board: Board
  readonly onClose: () => void
}) {
  const { t } = useTranslation('dispatch')
  const [reason, setReason] = useState<StopReason | ''>('')
  const [courierId, setCourierId] = useState('')
  const stop = useDispatch(
    (body: { reason: StopReason; courierId?: string }, options) =>
      stopRun({ params: { runId: run.id }, body }, options),
    {
      quiet: true,
      onDone: () => {
        void notify({ text: t('stopRun.done', { run: run.number }) })
        onClose()
      },
    },
  )
  const send = () => {
    if (reason !== '') stop.act({ reason, ...(courierId ? { courierId } : {}) })
  }
  const left = run.drops - run.delivered - run.failed
  return (
    <Sheet
      open
      onOpenChange={onClose}
      place="dialog"
      title={t('stopRun.title', { run: run.number })}
      description={t('stopRun.hint', { count: left })}
      footer={
        <Button
          kind="danger"
          wide
          busy={stop.busy}
          disabledBecause={reason === '' ? t('stopRun.choose') : undefined}
          onClick={send}
        >
          {t('stopRun.confirm')}
        </Button>
      }
    >
      <div className="space-y-3">
        <Select
          label={t('stopRun.reason')}
          value={reason}
          onChange={({ target }) => setReason(target.value as StopReason | '')}
        >
          <option value="">{t('stopRun.choose')}</option>
          {(Object.keys(REASONS) as StopReason[]).map((one) => (
            <option key={one} value={one}>
              {t(`stopReason.${one}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('stopRun.by')}
          hint={t('stopRun.byHint')}
          value={courierId}
          onChange={({ target }) => setCourierId(target.value)}
        >
          <option value="">{t('stopRun.anybody')}</option>
          {byLoad(board.couriers)
            .filter(({ personId }) => personId !== run.courierId)
            .map(({ personId, name, runIds }) => (
              <option key={personId} value={personId}>
                {name} · {t('assign.runs', { count: runIds.length })}
              </option>
            ))}
        </Select>
        {stop.error && <Problems error={stop.error} />}
      </div>
    </Sheet>
  )
}
