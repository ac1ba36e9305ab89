import { useTranslation } from '../i18n/use-translation'
import { useMode } from './use-mode'

/** Large type on every page, from the first one: whoever needs it cannot read the way to the settings. */
export function SeniorButton() {
  const { t } = useTranslation('ui')
  const [mode, change] = useMode()
  const senior = mode === 'senior'
  return (
    <button
      type="button"
      aria-pressed={senior}
      className="min-h-target min-w-target rounded-control px-2 text-secondary text-ink-2 hover:bg-brand-50"
      onClick={() => change(senior ? 'normal' : 'senior')}
    >
      {t(senior ? 'senior.off' : 'senior.on')}
    </button>
  )
}
