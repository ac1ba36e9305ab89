import {
  addPhoto,
  decideDrop,
  type Decision,
  departRun,
  type Drop,
  failDrop,
  type FailureReason,
  handOver,
  loadRun,
  type Run,
  storeDrop,
} from '../../api/courier'
import type { Act } from '../../outbox/outbox'

interface OnRun extends Act {
  readonly runId: string
}

interface OnDrop extends OnRun {
  readonly dropId: string
  /** The order's number, to name it should the server refuse later. */
  readonly number: string
}

/** Something a courier has done with the run or one of its orders; kept on the phone until the server has answered. */
export type CourierAct =
  | (OnRun & { readonly kind: 'load'; readonly scanned: readonly string[]; readonly reason?: string })
  | (OnRun & { readonly kind: 'depart' })
  | (OnDrop & { readonly kind: 'hand-over'; readonly code: string })
  | (OnDrop & { readonly kind: 'fail'; readonly reason: FailureReason })
  | (OnDrop & { readonly kind: 'store' })
  | (OnDrop & { readonly kind: 'decide'; readonly decision: Decision })
  | (OnDrop & { readonly kind: 'photo'; readonly type: 'image/jpeg'; readonly base64: string })

/** An act before it has an id of its own. */
export type NewAct = WithoutId<CourierAct>
type WithoutId<A> = A extends unknown ? Omit<A, 'id'> : never

/** What the server says to an act: how the run and the order it was about stand now. */
export interface ActAnswer {
  readonly run?: Run
  readonly drop?: Drop
}

/** Tells the server of an act, under the act's own id: told twice it counts once. Throws `ApiError`. */
export async function sendAct(act: CourierAct): Promise<ActAnswer> {
  const { id: key, runId } = act
  switch (act.kind) {
    case 'load': {
      const { scanned, reason } = act
      const body = { scanned: [...scanned], ...(reason === undefined ? {} : { reason }) }
      return { run: (await loadRun({ params: { runId }, body }, { key })).run }
    }
    case 'depart':
      return { run: await departRun({ params: { runId } }, { key }) }
    case 'hand-over':
      return handOver({ params: { dropId: act.dropId }, body: { code: act.code } }, { key })
    case 'fail':
      return failDrop({ params: { dropId: act.dropId }, body: { reason: act.reason } }, { key })
    case 'store':
      return storeDrop({ params: { dropId: act.dropId } }, { key })
    case 'decide':
      return decideDrop({ params: { dropId: act.dropId }, body: act.decision }, { key })
    case 'photo': {
      const { dropId, type, base64 } = act
      await addPhoto({ params: { dropId }, body: { type, base64 } }, { key })
      return {}
    }
  }
}
