import { CloudOff } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import type { Live } from '../api/use-stream'

/** What still works while the line is down, how old the screen is, and what waits to be sent. */
export function OfflineBanner({ live, waiting }: { readonly live: Live; readonly waiting: number }) {
  const { t } = useTranslation('kitchen')
  const isDown = live.state === 'stale'
  // a touch under way waits for some milliseconds: that is no news
  if (!isDown) return null
  return (
    <div className="flex items-center gap-3 bg-soon px-4 py-2 text-secondary font-semibold text-black">
      <CloudOff size={22} aria-hidden className="shrink-0" />
      <p>
        {t('offline', { seconds: live.ageSeconds })} {waiting > 0 && t('waiting', { count: waiting })}
      </p>
    </div>
  )
}
