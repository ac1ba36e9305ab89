import { useState } from 'react'
import { type RunDetail, stopRun, type StopReason } from '../api/courier'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { NeedsNetwork } from './offline/needs-network'
import { useRequest } from './use-request'

/** Every reason there is, the likeliest first. */
const REASONS: Readonly<Record<StopReason, true>> = {
  breakdown: true,
  accident: true,
  illness: true,
  weather: true,
  other: true,
}

/** The courier cannot go on; somebody else fetches what is left. It needs the server: others are sent. */
export function StopRunSheet({
  run,
  onClose,
  onNews,
}: {
  readonly run: RunDetail
  readonly onClose: () => void
  readonly onNews: () => void
}) {
  const { t } = useTranslation('courier')
  const [reason, setReason] = useState<StopReason>()
  const stop = useRequest(
    (chosen: StopReason, key) => stopRun({ params: { runId: run.id }, body: { reason: chosen } }, { key }),
    () => {
      onNews()
      onClose()
    },
  )
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('stop.title')}
      description={t('stop.hint')}
      footer={
        <Button
          kind="danger"
          size="large"
          wide
          busy={stop.busy}
          disabledBecause={reason ? undefined : t('failure.choose')}
          onClick={() => reason && stop.act(reason)}
        >
          {t('stop.send')}
        </Button>
      }
    >
      <fieldset className="divide-y divide-line">
        <legend className="sr-only">{t('stop.title')}</legend>
        {(Object.keys(REASONS) as StopReason[]).map((each) => (
          <label key={each} className="flex min-h-14 items-center gap-3">
            <input
              type="radio"
              name="stop-reason"
              className="size-6 shrink-0 accent-brand-600"
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {t(`stop.${each}`)}
          </label>
        ))}
      </fieldset>
      {stop.error !== null && <Problems error={stop.error} />}
      {stop.waitsForNetwork && <NeedsNetwork />}
    </Sheet>
  )
}
