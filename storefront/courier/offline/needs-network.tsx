import { CloudOff } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'

/** What was pressed cannot be done here alone: others must not do it too. It is tried until somebody answers. */
export function NeedsNetwork() {
  const { t } = useTranslation('courier')
  return (
    <output className="my-2 flex items-start gap-2 rounded-control bg-warn-50 px-3 py-2 text-secondary text-warn">
      <CloudOff size={18} aria-hidden className="mt-0.5 shrink-0" />
      {t('needsNetwork')}
    </output>
  )
}
