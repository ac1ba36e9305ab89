import type { Drop, RunDetail } from '../../api/courier'
import { loadOf } from '../load/load'
import type { CourierAct } from './act'

/** An order as this phone shows it: what was done here counts, though the server may not have heard of it. */
export type ShownDrop = Drop & { readonly unsent?: true }

type OfDrop = Extract<CourierAct, { readonly dropId: string }>

/** What an act makes of an order. What happens next after a failure is the server's rule and stays unknown. */
function changeOf(drop: ShownDrop, act: OfDrop): Partial<Drop> {
  switch (act.kind) {
    case 'hand-over':
      return { status: 'delivered' }
    case 'store':
      return { status: 'stored' }
    case 'fail':
      return { status: 'failed', failureReason: act.reason, nextAction: null }
    case 'decide':
      return act.decision.decision === 'return_to_kitchen'
        ? { status: 'failed', nextAction: 'return_to_kitchen' }
        : { status: 'waiting', nextAction: null }
    case 'photo':
      return { photos: drop.photos + 1 }
  }
}

const OPEN = ['waiting', 'held']

/** An order after an act of this phone; one that is closed already stays as it is, but for its photos. */
const after = (drop: ShownDrop, act: OfDrop): ShownDrop =>
  act.kind === 'photo' || OPEN.includes(drop.status) ? { ...drop, ...changeOf(drop, act), unsent: true } : drop

/** How far a run is by the acts of this phone; its end is left to the server: the last code may be wrong. */
function statusAfter(run: RunDetail, own: readonly CourierAct[]): RunDetail['status'] {
  const did = (kind: CourierAct['kind']) => own.some((act) => act.kind === kind)
  if (did('depart') && (run.status === 'claimed' || run.status === 'loaded')) return 'on_the_way'
  const load = own.findLast((act) => act.kind === 'load')
  const passes = load && (load.reason !== undefined || loadOf(run, load.scanned).isComplete)
  return passes && run.status === 'claimed' ? 'loaded' : run.status
}

/** A run with what was done on this phone and is not answered yet. Replaying what is answered changes nothing more. */
export function withActs(run: RunDetail, acts: readonly CourierAct[]): RunDetail {
  const own = acts.filter(({ runId }) => runId === run.id)
  if (own.length === 0) return run
  const onDrops = own.filter((act): act is OfDrop => 'dropId' in act)
  const stopList = run.stopList.map((stop) => ({
    ...stop,
    drops: stop.drops.map((drop) => onDrops.filter(({ dropId }) => dropId === drop.id).reduce(after, drop)),
  }))
  const all = stopList.flatMap(({ drops }) => drops)
  const count = (...statuses: Drop['status'][]) => all.filter(({ status }) => statuses.includes(status)).length
  return {
    ...run,
    status: statusAfter(run, own),
    stopList,
    delivered: count('delivered', 'stored'),
    failed: count('failed'),
  }
}
