import { Camera } from 'lucide-react'
import { useState } from 'react'
import type { Drop } from '../../api/dispatch'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Tag } from '../../ui/tag'
import { PhotoSheet } from './photo-sheet'

const KINDS = {
  waiting: 'neutral',
  held: 'warn',
  stored: 'brand',
  delivered: 'brand',
  failed: 'danger',
  void: 'neutral',
} as const satisfies Record<Drop['status'], unknown>

/** One order of a stop: whose, where, how many, and what became of it. */
export function DropLine({ drop }: { readonly drop: Drop }) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const [photo, setPhoto] = useState<string>()
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-secondary">
      <span className="figures font-semibold">{t('order', { number: drop.number, initial: drop.initial })}</span>
      <span className="text-ink-2">{say(drop.point)}</span>
      {drop.compartment !== null && <span className="figures">{t('compartment', { number: drop.compartment })}</span>}
      <span className="figures text-ink-2">{t('boxes', { count: drop.boxes })}</span>
      <Tag kind={KINDS[drop.status]}>{t(`dropStatus.${drop.status}`)}</Tag>
      {drop.failureReason && <span className="text-danger">{t(`reason.${drop.failureReason}`)}</span>}
      {drop.photoIds.map((id) => (
        <Button key={id} kind="quiet" size="small" icon={<Camera size={14} aria-hidden />} onClick={() => setPhoto(id)}>
          {t('photo.show')}
        </Button>
      ))}
      {photo !== undefined && <PhotoSheet photoId={photo} number={drop.number} onClose={() => setPhoto(undefined)} />}
    </li>
  )
}
