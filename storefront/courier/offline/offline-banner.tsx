import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { useContact, useMinutesSince } from './contact'

/** That the line is down, since when, and what still works. `children` says what waits. */
export function OfflineBanner({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('courier')
  const { isDown, at } = useContact()
  const minutes = useMinutesSince(at)
  if (!isDown) return null
  return (
    <output className="mb-3 flex items-start gap-2 rounded-control bg-warn-50 px-3 py-2 text-secondary text-warn">
      <CloudOff size={18} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        <b className="font-semibold">{minutes === 0 ? t('offline.now') : t('offline.since', { count: minutes })}</b>{' '}
        {t('offline.text')} {children}
      </span>
    </output>
  )
}
