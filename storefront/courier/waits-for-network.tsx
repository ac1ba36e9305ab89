import { CloudOff } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'

/** What was pressed has not been answered yet and will be sent again. */
export function WaitsForNetwork() {
  const { t } = useTranslation('courier')
  return (
    <output className="my-2 flex items-start gap-2 rounded-control bg-warn-50 px-3 py-2 text-secondary text-warn">
      <CloudOff size={18} aria-hidden className="mt-0.5 shrink-0" />
      {t('offline')}
    </output>
  )
}
