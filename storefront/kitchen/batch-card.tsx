import { Check, Flame, TriangleAlert } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import type { Batch, Station } from './api'
import { BatchSteps } from './batch-steps'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useNow } from './service-clock'

export type BatchStep = 'start' | 'finish' | 'undo'

export interface BatchCardProps {
  readonly batch: Batch
  readonly zone: string
  readonly stations: readonly Station[]
  readonly onStep: (batch: Batch, step: BatchStep) => void
}

const BUTTON = 'min-h-[48px] flex-1 rounded-control px-3 text-secondary font-bold'

/** One cook: how much, when to start at the latest, and the next thing to press. */
export function BatchCard({ batch, zone, stations, onStep }: BatchCardProps) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const name = t('batch', { dish: say(batch.name), sequence: batch.sequence })
  return (
    <li className="rounded-card bg-surface p-3">
      <p className="flex items-baseline justify-between gap-2">
        <span className="line-clamp-2 text-[1.125rem] leading-snug" title={name}>
          {name}
        </span>
        <span className="figures shrink-0 font-bold text-quantity">{batch.portions}×</span>
      </p>
      <BatchState batch={batch} zone={zone} />
      {batch.status !== 'cooked' && <BatchSteps batch={batch} zone={zone} stations={stations} />}
      {batch.status === 'planned' && (
        <div className="mt-2 flex">
          <button
            type="button"
            aria-label={t('startBatch', { batch: name })}
            className={`${BUTTON} border border-control hover:bg-line`}
            onClick={() => onStep(batch, 'start')}
          >
            {t('start')}
          </button>
        </div>
      )}
      {batch.status === 'cooking' && (
        <div className="mt-2 flex gap-2">
          <button
            type="button"
            aria-label={t('undoStartBatch', { batch: name })}
            className={`${BUTTON} border border-control hover:bg-line`}
            onClick={() => onStep(batch, 'undo')}
          >
            {t('undoStart')}
          </button>
          <button
            type="button"
            aria-label={t('finishBatch', { batch: name })}
            className={`${BUTTON} bg-done text-white hover:brightness-110`}
            onClick={() => onStep(batch, 'finish')}
          >
            {t('done')}
          </button>
        </div>
      )}
    </li>
  )
}

function BatchState({ batch, zone }: Pick<BatchCardProps, 'batch' | 'zone'>) {
  const { t } = useTranslation('kitchen')
  const now = useNow()
  const { status, startBy, startedAt, cookedAt, minutes } = batch
  if (status === 'cooked')
    return (
      <p className="flex items-center gap-1.5 text-secondary text-brand-700">
        <Check size={18} aria-hidden />
        {t('cooked', { time: time(cookedAt ?? startBy, zone) })}
      </p>
    )
  if (status === 'cooking') {
    const ready = new Date(Date.parse(startedAt ?? startBy) + minutes * 60_000).toISOString()
    return (
      <p className="flex items-center gap-1.5 text-secondary text-warn">
        <Flame size={18} aria-hidden />
        {t('cookingUntil', { time: time(ready, zone) })}
      </p>
    )
  }
  const late = Date.parse(startBy) <= now
  return (
    <p className={`flex items-center gap-1.5 text-secondary ${late ? 'font-bold text-danger' : 'text-ink-2'}`}>
      {late && <TriangleAlert size={18} aria-hidden />}
      {t(late ? 'startLate' : 'startBy', { time: time(startBy, zone) })}
    </p>
  )
}
