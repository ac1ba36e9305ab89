import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation'

export interface Step {
  readonly key: string
  readonly label: string
  /** Done at, or expected; already in words. */
  readonly time?: string | undefined
  readonly note?: ReactNode
  readonly state: 'done' | 'current' | 'todo' | 'failed'
}

const DOTS = {
  done: 'bg-brand-600 text-white',
  current: 'border-3 border-brand-600 bg-surface',
  todo: 'border-2 border-control bg-surface',
  failed: 'bg-danger text-white',
}

/** What has happened, what happens now and what is still to come, from top to bottom. */
export function Timeline({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const { t } = useTranslation('ui')
  return (
    <ol aria-label={label}>
      {steps.map((step, i) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="relative flex gap-3 pb-5 last:pb-0"
        >
          {i < steps.length - 1 && (
            <span
              aria-hidden
              className={`absolute top-7 -bottom-0.5 left-[11px] w-0.5 ${step.state === 'done' ? 'bg-brand-600' : 'bg-line'}`}
            />
          )}
          <span
            aria-hidden
            className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${DOTS[step.state]}`}
          >
            {step.state === 'done' && <Check size={14} strokeWidth={3} />}
            {step.state === 'failed' && <X size={14} strokeWidth={3} />}
          </span>
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline justify-between gap-3">
              <span className={step.state === 'todo' ? 'text-ink-2' : 'font-semibold'}>
                <span className="sr-only">{t(`step.${step.state}`)} </span>
                {step.label}
              </span>
              {step.time && <span className="figures text-secondary text-ink-2">{step.time}</span>}
            </p>
            {step.note && <div className="text-secondary text-ink-2">{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
