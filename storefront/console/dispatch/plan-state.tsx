import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { type Board, insertWaiting, replan } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { canChange } from './board'
import { useDispatch } from './use-board'

/** How far the planning of a meal is, and what has it planned again. */
export function PlanState({ board: { plan, runs } }: { readonly board: Board }) {
  const { t } = useTranslation('dispatch')
  const [asking, setAsking] = useState(false)
  const { menuDayId, version, waves, planning } = plan
  const open = runs.filter(canChange).length
  const again = useDispatch(
    (planVersion: number, options) => replan({ params: { menuDayId }, body: { version: planVersion } }, options),
    { onDone: () => setAsking(false), quiet: true },
  )
  const insert = useDispatch((id: string, options) => insertWaiting({ params: { menuDayId: id } }, options), {
    onDone: ({ inserted, unserved }) => void notify({ text: t('plan.inserted', { inserted, unserved }) }),
  })
  const planned = waves.filter((wave) => wave.planned).length
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="figures text-ink-2">
        {t('plan.serves', { from: time(plan.servesFrom, plan.zone), to: time(plan.servesTo, plan.zone) })}
      </span>
      {planning ? (
        <output className="flex items-center gap-2">
          <progress
            aria-label={t('plan.busy', { planned, waves: waves.length })}
            max={waves.length}
            // nothing planned yet: the bar moves without saying how far
            {...(planned > 0 ? { value: planned } : {})}
            className="h-2 w-32 accent-brand-600"
          />
          {t('plan.busy', { planned, waves: waves.length })}
        </output>
      ) : (
        <>
          <Button
            kind="secondary"
            icon={<RefreshCw size={15} aria-hidden />}
            disabledBecause={open === 0 && runs.length > 0 ? t('plan.nothing') : undefined}
            onClick={() => setAsking(true)}
          >
            {t('plan.again')}
          </Button>
          <Button kind="quiet" busy={insert.busy} onClick={() => insert.act(menuDayId)}>
            {t('plan.insert')}
          </Button>
        </>
      )}
      <Sheet
        open={asking}
        onOpenChange={setAsking}
        place="dialog"
        title={t('plan.again')}
        description={t('plan.againHint', { count: open })}
        footer={
          <Button wide busy={again.busy} onClick={() => again.act(version)}>
            {t('plan.confirm')}
          </Button>
        }
      >
        <p>{t('plan.kept')}</p>
        {again.error && <Problems error={again.error} />}
      </Sheet>
    </div>
  )
}
