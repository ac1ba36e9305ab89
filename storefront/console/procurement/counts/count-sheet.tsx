import { useState } from 'react'
import { type Count, cancelCount, submitCount } from '../../../api/procurement-counts'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Problems } from '../../../ui/states'
import { notify } from '../../../ui/toast'
import { useRefresh } from '../use-procurement'
import { CountRow } from './count-row'

/** What has to be counted still; the second count asks only for what was too far off the first time. */
const toCount = ({ status, lines }: Count) => (status === 'recount' ? lines.filter(({ again }) => again) : lines)

/** A blind sheet: lot by lot what lies there. What the books say is not shown until it is posted. */
export function CountSheet({ count }: { readonly count: Count }) {
  const { t } = useTranslation('procurement-counts')
  const refresh = useRefresh()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const lines = toCount(count)
  const left = lines.filter(({ counted }) => counted === null).length
  const act = async (send: typeof submitCount | typeof cancelCount) => {
    setBusy(true)
    setError(undefined)
    try {
      const { status } = await send({ params: { countId: count.id } })
      await refresh()
      void notify({ text: t(`done.${status}`) })
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <>
      <p className="mb-3 rounded-control bg-info-50 px-3 py-2 text-info">
        {lines.length === 0 ? t('nothing') : t(count.status === 'recount' ? 'again' : 'blind')}
      </p>
      <ul className="space-y-2">
        {lines.map((line) => (
          <CountRow key={line.id} countId={count.id} line={line} />
        ))}
      </ul>
      {error !== undefined && <Problems error={error} />}
      <div className="sticky bottom-0 mt-3 flex flex-wrap items-start justify-between gap-3 border-t border-line bg-canvas py-3">
        <Button kind="quiet" busy={busy} onClick={() => void act(cancelCount)}>
          {t('cancel')}
        </Button>
        <Button
          busy={busy}
          disabledBecause={left > 0 ? t('left', { count: left }) : lines.length === 0 ? t('nothing') : undefined}
          onClick={() => void act(submitCount)}
        >
          {t('submit')}
        </Button>
      </div>
    </>
  )
}
