import { useState } from 'react'
import { type Plan, splitStop, type Stop } from '../../api/dispatch'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/choice'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { useDispatch } from './use-board'

/** Takes some orders of a stop out, to a stop of their own that can go on another van. */
export function SplitSheet({
  stop,
  plan,
  onClose,
}: {
  readonly stop: Stop
  readonly plan: Plan
  readonly onClose: () => void
}) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const drops = stop.drops.filter(({ status }) => status === 'waiting')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const boxes = drops.filter(({ id }) => chosen.has(id)).reduce((sum, drop) => sum + drop.boxes, 0)
  const split = useDispatch(
    (dropIds: string[], options) =>
      splitStop({ params: { stopId: stop.id }, body: { dropIds, version: plan.version } }, options),
    {
      quiet: true,
      onDone: () => {
        void notify({ text: t('split.done') })
        onClose()
      },
    },
  )
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const because = chosen.size === 0 ? t('split.choose') : chosen.size === drops.length ? t('split.all') : undefined
  return (
    <Sheet
      open
      onOpenChange={onClose}
      place="dialog"
      title={t('split.title')}
      description={t('split.hint', { place: `${say(stop.community)} ${say(stop.name)}` })}
      footer={
        <Button wide busy={split.busy} disabledBecause={because} onClick={() => split.act([...chosen])}>
          {t('split.confirm', { count: boxes })}
        </Button>
      }
    >
      {drops.map(({ id, number, initial, point, boxes: own }) => (
        <Checkbox
          key={id}
          checked={chosen.has(id)}
          onChange={() => toggle(id)}
          label={
            <span className="figures">
              {t('order', { number, initial })} · {say(point)} · {t('boxes', { count: own })}
            </span>
          }
        />
      ))}
      {split.error && <Problems error={split.error} />}
    </Sheet>
  )
}
