import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import type { Drop } from '../api/courier'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'

/** One order at the next stop: whom, where, how many, and the two ways it can end. */
export function DropRow({
  drop,
  onHandOver,
  onFail,
}: {
  readonly drop: Drop
  readonly onHandOver: () => void
  readonly onFail: () => void
}) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const { number, initial, status } = drop
  const name = t('order', { number, initial })
  return (
    <li className="py-3">
      <p className="flex items-baseline justify-between gap-3">
        <span className="figures text-title font-semibold">{name}</span>
        <span className="figures">{t('boxes', { count: drop.boxes })}</span>
      </p>
      <p className="text-ink-2">{say(drop.point)}</p>
      {status === 'waiting' ? (
        <div className="mt-2 flex gap-3">
          <Button className="flex-1" onClick={onHandOver} aria-label={`${t('handOver')}: ${name}`}>
            {t('handOver')}
          </Button>
          <Button kind="danger" onClick={onFail} aria-label={`${t('cannot')}: ${name}`}>
            {t('cannot')}
          </Button>
        </div>
      ) : (
        <DropResult drop={drop} />
      )}
    </li>
  )
}

/** How a hand-over ended, and what follows from it. */
export function DropResult({ drop: { status, failureReason, nextAction } }: { readonly drop: Drop }) {
  const { t } = useTranslation('courier')
  const failed = status === 'failed'
  const Icon = failed ? CircleX : CircleCheck
  return (
    <p className={`mt-1 flex items-start gap-2 text-secondary ${failed ? 'text-danger' : 'text-brand-700'}`}>
      <Icon size={18} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        {t(`dropStatus.${status}`)}
        {failureReason && ` · ${t(`reason.${failureReason}`)}`}
        {nextAction && <span className="block font-semibold">{t('next', { action: t(`action.${nextAction}`) })}</span>}
      </span>
    </p>
  )
}
