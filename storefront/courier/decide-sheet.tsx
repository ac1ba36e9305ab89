import { useState } from 'react'
import { type Decision, type Drop, listPointsFor } from '../api/courier'
import { useAnswer } from '../api/use-answer'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { useAct } from './acts/use-act'

const RETRY = 'retry_later'
const BACK = 'return_to_kitchen'

/** Compartments fill while somebody thinks. */
const LOOK_AGAIN_MS = 30_000

/** What happens to an order that is still on board, after the customer was called. */
export function DecideSheet({
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
  const { say } = useLocale()
  const [chosen, setChosen] = useState<string>()
  const decide = useAct(onDone)
  // without a network there are no other points to offer, and two ways are left
  const points = useAnswer((signal) => listPointsFor({ params: { dropId: drop.id } }, { signal }), LOOK_AGAIN_MS)
  const choices = [
    { value: RETRY, label: t('decide.retry') },
    ...(points.data?.points ?? [])
      .filter(({ free }) => free === null || free > 0)
      .map(({ servicePointId, point, building }) => ({
        value: servicePointId,
        label: t('decide.point', { place: `${say(building)} · ${say(point)}` }),
      })),
    { value: BACK, label: t('decide.back') },
  ]
  const send = () => {
    if (chosen === undefined) return
    const decision: Decision =
      chosen === RETRY || chosen === BACK ? { decision: chosen } : { decision: 'move_to_point', servicePointId: chosen }
    decide.act({ kind: 'decide', runId, dropId: drop.id, number: drop.number, decision })
  }
  const title = t('decide.title', { number: drop.number })
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={title}
      description={t('decide.hint')}
      footer={
        <Button
          size="large"
          wide
          busy={decide.busy}
          disabledBecause={chosen === undefined ? t('decide.choose') : undefined}
          onClick={send}
        >
          {t('decide.send')}
        </Button>
      }
    >
      <fieldset className="divide-y divide-line">
        <legend className="sr-only">{title}</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="flex min-h-14 items-center gap-3">
            <input
              type="radio"
              name="decision"
              className="size-6 shrink-0 accent-brand-600"
              checked={chosen === value}
              onChange={() => setChosen(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {decide.problem && <Problems error={decide.problem} />}
    </Sheet>
  )
}
