import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { decideDrop, finishFollowUp, type FollowUp } from '../../api/dispatch'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { Tag } from '../../ui/tag'
import { notify } from '../../ui/toast'
import { PointsSheet } from './points-sheet'
import { useDispatch } from './use-board'

/** Boxes that were not handed over, and what is to be done about each. */
export function FollowUps({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  const { t } = useTranslation('dispatch')
  if (followUps.length === 0)
    return <EmptyState title={t('todo.none')} text={t('todo.noneHint')} icon={<CircleCheck size={28} />} />
  return (
    <ul aria-label={t('todo.label')} className="space-y-2">
      {followUps.map((followUp) => (
        <FollowUpCard key={followUp.dropId} followUp={followUp} />
      ))}
    </ul>
  )
}

function FollowUpCard({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const [choosing, setChoosing] = useState(false)
  const { dropId, number, initial, status, reason, action } = followUp
  const finish = useDispatch((id: string, options) => finishFollowUp({ params: { dropId: id } }, options), {
    onDone: () => void notify({ text: t('todo.finished', { number }) }),
  })
  const decide = useDispatch(
    (decision: 'retry_later' | 'return_to_kitchen', options) =>
      decideDrop({ params: { dropId }, body: { decision } }, options),
    { onDone: () => void notify({ text: t('todo.decided', { number }) }) },
  )
  return (
    <li className="rounded-card border border-line bg-surface px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <b className="figures">{t('order', { number, initial })}</b>
        <span className="min-w-0 flex-1 text-ink-2">
          {say(followUp.community)} {say(followUp.name)} · {say(followUp.point)}
        </span>
        <span className="figures text-ink-2">{t('boxes', { count: followUp.boxes })}</span>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        {reason && <Tag kind="danger">{t(`reason.${reason}`)}</Tag>}
        <span>{t('todo.next', { action: t(`action.${action}`) })}</span>
      </p>
      <div className="mt-2 flex flex-wrap gap-1">
        {status === 'held' && (
          <>
            <Button kind="secondary" size="small" busy={decide.busy} onClick={() => decide.act('retry_later')}>
              {t('todo.retry')}
            </Button>
            <Button kind="secondary" size="small" onClick={() => setChoosing(true)}>
              {t('todo.elsewhere')}
            </Button>
            <Button kind="secondary" size="small" busy={decide.busy} onClick={() => decide.act('return_to_kitchen')}>
              {t('todo.back')}
            </Button>
          </>
        )}
        {status !== 'held' && (
          <Button
            kind="secondary"
            size="small"
            busy={finish.busy}
            icon={<CircleCheck size={15} aria-hidden />}
            onClick={() => finish.act(dropId)}
          >
            {t('todo.done')}
          </Button>
        )}
      </div>
      {choosing && <PointsSheet followUp={followUp} onClose={() => setChoosing(false)} />}
    </li>
  )
}
