import type { RunDetail, Stop } from '../api/courier'
import { useTranslation } from '../i18n/use-translation'
import { DropResult } from './drop-row'

/**
 * Says what became of the order somebody did something with last. Shown when its row has moved away with its stop; else
 * the row says it, and this is only spoken.
 */
export function LastClosed({
  run,
  dropId,
  here,
}: {
  readonly run: RunDetail
  readonly dropId: string | undefined
  readonly here: Stop | undefined
}) {
  const { t } = useTranslation('courier')
  const drop = run.stopList.flatMap(({ drops }) => drops).find(({ id }) => id === dropId)
  const isClosed = drop !== undefined && drop.status !== 'waiting'
  const isSeen = drop?.status === 'held' || (here?.drops.some(({ id }) => id === dropId) ?? false)
  return (
    <output className={isSeen ? 'sr-only' : 'mt-2 block'}>
      {isClosed && (
        <>
          <span className="figures font-semibold">{t('order', { number: drop.number, initial: drop.initial })}</span>
          <DropResult drop={drop} />
        </>
      )}
    </output>
  )
}
