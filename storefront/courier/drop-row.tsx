import { Archive, Camera, CircleCheck, CircleX, CloudOff, Package } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'
import type { ShownDrop } from './acts/with-acts'

/** What a courier may begin with an order. */
export type TaskKind = 'code' | 'failure' | 'photo' | 'decide' | 'store'

/** One order at a stop: whom, where, how many, and the ways it can end. */
export function DropRow({ drop, onTask }: { readonly drop: ShownDrop; readonly onTask: (kind: TaskKind) => void }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const { number, initial, status, compartment, pointKind } = drop
  const name = t('order', { number, initial })
  const isLocker = pointKind === 'locker' && compartment !== null
  return (
    <li className="py-3">
      <p className="flex items-baseline justify-between gap-3">
        <span className="figures text-title font-semibold">{name}</span>
        <span className="figures">{t('boxes', { count: drop.boxes })}</span>
      </p>
      <p className="text-ink-2">
        {say(drop.point)}
        {drop.attempts > 0 && <span className="ml-2">{t('attempts', { count: drop.attempts })}</span>}
      </p>
      {status === 'waiting' && (
        <div className="mt-2 flex flex-wrap gap-3">
          {isLocker && (
            <Button wide icon={<Archive size={20} aria-hidden />} onClick={() => onTask('store')}>
              {t('store', { number: compartment })}
            </Button>
          )}
          <Button
            className="flex-1"
            kind={isLocker ? 'secondary' : 'primary'}
            onClick={() => onTask('code')}
            aria-label={`${t('handOver')}: ${name}`}
          >
            {t('handOver')}
          </Button>
          <Button kind="danger" onClick={() => onTask('failure')} aria-label={`${t('cannot')}: ${name}`}>
            {t('cannot')}
          </Button>
        </div>
      )}
      {(status !== 'waiting' || drop.unsent) && <DropResult drop={drop} />}
      {status === 'held' && (
        <Button wide kind="secondary" className="mt-2" onClick={() => onTask('decide')}>
          {t('decide.button')}
        </Button>
      )}
      {status !== 'void' && (
        <Button
          kind="quiet"
          size="small"
          icon={<Camera size={18} aria-hidden />}
          aria-label={`${t('photo.button')}: ${name}`}
          onClick={() => onTask('photo')}
        >
          {t(drop.photos > 0 ? 'photo.count' : 'photo.button', { count: drop.photos })}
        </Button>
      )}
    </li>
  )
}

const LOOKS = {
  waiting: { Icon: Package, ink: 'text-ink-2' },
  held: { Icon: Package, ink: 'text-warn' },
  stored: { Icon: Archive, ink: 'text-brand-700' },
  delivered: { Icon: CircleCheck, ink: 'text-brand-700' },
  failed: { Icon: CircleX, ink: 'text-danger' },
  void: { Icon: CircleX, ink: 'text-ink-2' },
}

/** How an order stands, what follows from it, and whether the server has heard of it. */
export function DropResult({ drop }: { readonly drop: ShownDrop }) {
  const { t } = useTranslation('courier')
  const { status, failureReason, nextAction, unsent } = drop
  const { Icon, ink } = LOOKS[status]
  return (
    <p className={`mt-1 flex items-start gap-2 text-secondary ${ink}`}>
      <Icon size={18} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        {t(`dropStatus.${status}`)}
        {failureReason && ` · ${t(`reason.${failureReason}`)}`}
        {nextAction && <span className="block font-semibold">{t('next', { action: t(`action.${nextAction}`) })}</span>}
        {unsent && (
          <span className="flex items-center gap-1 text-warn">
            <CloudOff size={15} aria-hidden /> {t('unsent')}
          </span>
        )}
      </span>
    </p>
  )
}
