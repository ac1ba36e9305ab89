import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { decideDrop, type FollowUp, listPointsFor } from '../../api/dispatch'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { ErrorState, Loading, Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { useDispatch } from './use-board'

/** Where else a box that is held on board could be left. */
export function PointsSheet({ followUp, onClose }: { readonly followUp: FollowUp; readonly onClose: () => void }) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const { dropId, number } = followUp
  const [chosen, setChosen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['dispatch-points', dropId],
    queryFn: ({ signal }) => listPointsFor({ params: { dropId } }, { signal }),
  })
  const decide = useDispatch(
    (servicePointId: string, options) =>
      decideDrop({ params: { dropId }, body: { decision: 'move_to_point', servicePointId } }, options),
    {
      quiet: true,
      onDone: () => {
        void notify({ text: t('todo.decided', { number }) })
        onClose()
      },
    },
  )
  return (
    <Sheet
      open
      onOpenChange={onClose}
      place="dialog"
      title={t('todo.elsewhere')}
      description={t('order', followUp)}
      footer={
        <Button
          wide
          busy={decide.busy}
          disabledBecause={chosen === undefined ? t('todo.choose') : undefined}
          onClick={() => chosen !== undefined && decide.act(chosen)}
        >
          {t('todo.bring')}
        </Button>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.points.length === 0 && <p className="text-ink-2">{t('todo.noPoint')}</p>}
      <fieldset>
        <legend className="sr-only">{t('todo.elsewhere')}</legend>
        {data?.points.map(({ servicePointId, point, building, free }) => (
          <label key={servicePointId} className="flex min-h-target items-center gap-3">
            <input
              type="radio"
              name="point"
              className="size-5 shrink-0 accent-brand-600"
              checked={chosen === servicePointId}
              disabled={free === 0}
              onChange={() => setChosen(servicePointId)}
            />
            <span>
              {say(building)} · {say(point)}{' '}
              {free !== null && <span className="figures text-ink-2">{t('lockers.free', { count: free })}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {decide.error && <Problems error={decide.error} />}
    </Sheet>
  )
}
