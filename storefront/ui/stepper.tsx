import { Minus, Plus } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { IconButton } from './button'

/** How many of something; shows only "more" at zero. */
export function Stepper({
  name,
  value,
  most,
  onChange,
}: {
  /** Of what, for screen readers. */
  readonly name: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}) {
  const { t } = useTranslation('ui')
  return (
    <div className="flex items-center gap-1">
      {value > 0 && (
        <>
          <IconButton label={t('stepper.less', { name })} kind="secondary" onClick={() => onChange(value - 1)}>
            <Minus size={20} aria-hidden />
          </IconButton>
          <span className="figures min-w-8 text-center" aria-live="polite">
            <span className="sr-only">{t('stepper.chosen')} </span>
            {value}
          </span>
        </>
      )}
      <IconButton
        label={t('stepper.more', { name })}
        kind="primary"
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        <Plus size={22} aria-hidden />
      </IconButton>
    </div>
  )
}
