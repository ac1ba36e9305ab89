import { CloudOff } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { KeepsActs, useActs } from './use-acts'

/** Sends what waits while no run is open, and says that it does. */
export default function SendsActs() {
  return (
    <KeepsActs>
      <Waiting />
    </KeepsActs>
  )
}

function Waiting() {
  const { t } = useTranslation('courier')
  const { waiting } = useActs()
  if (waiting.length === 0) return null
  return (
    <output className="mb-3 flex items-center gap-2 text-secondary text-warn">
      <CloudOff size={18} aria-hidden className="shrink-0" />
      {t('waiting', { count: waiting.length })}
    </output>
  )
}
