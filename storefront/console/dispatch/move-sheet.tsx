import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type MovePreview, moveStop, type Plan, previewMove, type Stop } from '../../api/dispatch'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Problems, Skeleton } from '../../ui/states'
import { notify } from '../../ui/toast'
import { canChange, isThere, type Place, placeOf, placesIn, type RunOnBoard } from './board'
import { MoveEffect } from './move-effect'
import { useDispatch } from './use-board'

/** Where a stop goes when nobody has said so: the end of another run, else of its own. */
function placeFor(stop: Stop, runs: readonly RunOnBoard[]): Place | undefined {
  const run = runs.find(({ id }) => id !== stop.runId) ?? runs[0]
  return run && { runId: run.id, position: placesIn(run, stop) }
}

/** Moves a stop: to which run, at which place, and what that does to everybody's time before it is done. */
export function MoveSheet({
  stop,
  runs,
  plan,
  first,
  onClose,
}: {
  readonly stop: Stop
  readonly runs: readonly RunOnBoard[]
  readonly plan: Plan
  /** Where it was dropped. */
  readonly first: Place | undefined
  readonly onClose: () => void
}) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const open = runs.filter(canChange)
  const [place, setPlace] = useState(first ?? placeFor(stop, open))
  const run = open.find(({ id }) => id === place?.runId)
  const own = open.find(({ id }) => id === stop.runId)
  const stays = run !== undefined && place !== undefined && isThere(run, stop, place)
  const preview = useQuery({
    queryKey: ['dispatch-move', stop.id, place, plan.version],
    queryFn: ({ signal }) =>
      previewMove({ params: { stopId: stop.id }, body: place ?? { runId: '', position: 1 } }, { signal }),
    enabled: run !== undefined && !stays,
    placeholderData: keepPreviousData,
  })
  const move = useMove(stop, own, onClose)
  const name = `${say(stop.community)} ${say(stop.name)}`
  const isCurrent = !preview.isPlaceholderData && !preview.isFetching
  const overload = preview.data?.warnings.includes('overload') ?? false
  const because = stays ? t('move.there') : overload ? t('move.full') : undefined
  const confirm = () => {
    if (place && preview.data) move.act({ place, version: preview.data.version, name })
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      place="panel"
      title={t('move.title')}
      description={name}
      footer={
        <Button
          wide
          busy={move.busy || (!stays && !isCurrent)}
          disabledBecause={run ? because : t('move.nowhere')}
          onClick={confirm}
        >
          {t('move.confirm')}
        </Button>
      }
    >
      {run && place && (
        <div className="mb-4 grid grid-cols-2 gap-3">
          <Select
            label={t('move.run')}
            value={run.id}
            onChange={({ target }) => {
              const next = open.find(({ id }) => id === target.value)
              if (next) setPlace({ runId: next.id, position: placesIn(next, stop) })
            }}
          >
            {open.map(({ id, number, courier }) => (
              <option key={id} value={id}>
                {t('run', { number })} · {courier ?? t('nobody')}
              </option>
            ))}
          </Select>
          <Select
            label={t('move.place')}
            value={place.position}
            onChange={({ target }) => setPlace({ runId: run.id, position: Number(target.value) })}
          >
            {Array.from({ length: placesIn(run, stop) }, (_, i) => (
              <option key={i + 1} value={i + 1}>
                {t('move.at', { place: i + 1, places: placesIn(run, stop) })}
              </option>
            ))}
          </Select>
        </div>
      )}
      {preview.error && <Problems error={preview.error} />}
      {move.error && <Problems error={move.error} />}
      {!stays && <Effect preview={preview.data} plan={plan} runs={runs} failed={preview.error !== null} />}
    </Sheet>
  )
}

function Effect({
  preview,
  failed,
  ...rest
}: {
  readonly preview: MovePreview | undefined
  readonly plan: Plan
  readonly runs: readonly RunOnBoard[]
  readonly failed: boolean
}) {
  if (preview) return <MoveEffect preview={preview} {...rest} />
  return failed ? null : <Skeleton className="h-40 w-full" />
}

/** Moves as it was previewed, and offers the way back to where the stop was. */
function useMove(stop: Stop, own: RunOnBoard | undefined, onClose: () => void) {
  const { t } = useTranslation('dispatch')
  const send = ({ place, version }: { place: Place; version: number; name: string }, options: { key: string }) =>
    moveStop({ params: { stopId: stop.id }, body: { ...place, version } }, options)
  const back = useDispatch(send)
  // a run without a stop left is taken away: nothing leads back to it
  const before = own && own.stopList.length > 1 ? { runId: own.id, position: placeOf(own, stop) } : undefined
  return useDispatch(send, {
    quiet: true,
    onDone: ({ version }, { name }) => {
      onClose()
      void notify({
        text: t('move.done', { name }),
        ...(before ? { undo: () => back.act({ place: before, version, name }), undoLabel: t('ui:undo') } : {}),
      })
    },
  })
}
