import { Wifi, WifiOff } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'

/** Whether what is shown is live, and how old it is when it is not. `ageSeconds` since the last sign of life. */
export function LiveMark({
  state,
  ageSeconds,
}: {
  readonly state: 'connecting' | 'live' | 'stale'
  readonly ageSeconds: number
}) {
  const { t } = useTranslation('ui')
  const live = state === 'live'
  const Icon = live ? Wifi : WifiOff
  return (
    <output
      className={`inline-flex items-center gap-1.5 text-secondary ${live ? 'text-brand-700' : state === 'stale' ? 'text-warn' : 'text-ink-2'}`}
    >
      <Icon size={18} aria-hidden />
      {t(`live.${state}`)}
      {/* the age changes each second: shown, not spoken */}
      {state === 'stale' && (
        <span aria-hidden className="figures">
          {t('live.age', { seconds: ageSeconds })}
        </span>
      )}
    </output>
  )
}
