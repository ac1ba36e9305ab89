import { Check, Split, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Order } from '../../../api/procurement'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { useActs } from './use-acts'

const SplitSheet = lazy(() => import('./split-sheet'))

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select')

/** What can be done with a proposal: approve, split, reject; A and R on the keyboard. */
export function Decide({ order, onDone }: { readonly order: Order; readonly onDone: () => void }) {
  const { t } = useTranslation('procurement-order')
  const { t: buying } = useTranslation('procurement')
  const acts = useActs()
  const [busy, setBusy] = useState<'approve' | 'reject'>()
  const [splitting, setSplitting] = useState(false)
  const because = useObstacle(order)
  const decide = async (act: 'approve' | 'reject') => {
    if (busy || (act === 'approve' && because)) return
    setBusy(act)
    await acts[act]([order])
    setBusy(undefined)
    onDone()
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (splitting || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'a') void decide('approve')
      if (event.key === 'r') void decide('reject')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return (
    <div className="flex flex-wrap items-start justify-end gap-2">
      <Button kind="quiet" icon={<Split size={16} aria-hidden />} onClick={() => setSplitting(true)}>
        {t('split.act')}
      </Button>
      <Button
        kind="danger"
        busy={busy === 'reject'}
        icon={<X size={16} aria-hidden />}
        onClick={() => void decide('reject')}
      >
        {buying('act.reject')}
      </Button>
      <Button
        busy={busy === 'approve'}
        icon={<Check size={16} aria-hidden />}
        disabledBecause={because}
        onClick={() => void decide('approve')}
      >
        {buying('act.approve')}
      </Button>
      {splitting && (
        <Suspense fallback={null}>
          <SplitSheet order={order} onClose={() => setSplitting(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Why the one who looks cannot approve; undefined when they can. */
function useObstacle({ lapsed, certificateValidTo, deliverOn, mayApprove, approvals }: Order): string | undefined {
  const { t } = useTranslation('procurement-order')
  if (lapsed) return t('obstacle.lapsed')
  if (certificateValidTo === null || certificateValidTo < deliverOn) return t('obstacle.certificate')
  if (mayApprove) return undefined
  return approvals.given > 0 ? t('obstacle.second') : t('obstacle.role')
}
