import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import type { Drop, FailureReason } from '../api/courier'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { useAct } from './acts/use-act'

/** Every reason there is, the likeliest first. */
const REASONS: Readonly<Record<FailureReason, true>> = {
  nobody_there: true,
  wrong_address: true,
  code_unknown: true,
  refused: true,
  damaged: true,
  missing: true,
}

/** Asks why an order could not be delivered; what happens next is the kitchen's rule and shown after. */
export function FailureSheet({
  runId,
  drop,
  onClose,
  onDone,
}: {
  readonly runId: string
  readonly drop: Drop
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('courier')
  const [reason, setReason] = useState<FailureReason>()
  const fail = useAct(onDone)

  const send = (
    <Button
      size="large"
      wide
      busy={fail.busy}
      disabledBecause={reason ? undefined : t('failure.choose')}
      onClick={() => reason && fail.act({ kind: 'fail', runId, dropId: drop.id, number: drop.number, reason })}
    >
      {t('failure.send')}
    </Button>
  )
  const title = t('failure.title', { number: drop.number })
  return (
    <Sheet open onOpenChange={onClose} title={title} footer={send}>
      <fieldset className="divide-y divide-line">
        <legend className="sr-only">{title}</legend>
        {(Object.keys(REASONS) as FailureReason[]).map((each) => (
          <label key={each} className="flex min-h-14 items-center gap-3">
            <input
              type="radio"
              name="reason"
              className="size-6 shrink-0 accent-brand-600"
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {t(`reason.${each}`)}
          </label>
        ))}
      </fieldset>
      {fail.problem && <Problems error={fail.problem} />}
    </Sheet>
  )
}
