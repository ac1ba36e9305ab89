import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/problem'
import { useSession } from '../../api/session-gate'
import { useTranslation } from '../../i18n/use-translation'
import { useOutbox } from '../../outbox/use-outbox'
import { notify } from '../../ui/toast'
import { useContact } from '../offline/contact'
import { type ActAnswer, type CourierAct, type NewAct, sendAct } from './act'

/** What became of an act when it was tried once. */
export type Told =
  | { readonly is: 'done'; readonly answer: ActAnswer }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'kept' }

/** Told every act that was answered; a refused one without an answer. */
type Follower = (act: CourierAct, answer: ActAnswer | undefined) => void

interface Acting {
  /** Kept on the phone, without an answer so far. */
  readonly waiting: readonly CourierAct[]
  /** Does something; in a lift shaft nothing is lost, and nothing happens twice. */
  readonly act: (act: NewAct) => Promise<Told>
  /** Whoever shows the run is told the answers. */
  readonly follow: (follower: Follower) => void
}

const Context = createContext<Acting | undefined>(undefined)

/** What the courier has done on this phone; only below `KeepsActs`. */
export function useActs(): Acting {
  const acting = useContext(Context)
  if (!acting) throw new Error('useActs needs KeepsActs above it')
  return acting
}

/** A lift has doors: after this long a courier goes on, and the answer comes when it comes. */
const PATIENCE_MS = 2_500

/** Keeps what couriers do until the server has heard of it, for the pages below. */
export function KeepsActs({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('courier')
  const { me } = useSession()
  const follower = useRef<Follower>(undefined)
  const [follow] = useState(() => (next: Follower) => {
    follower.current = next
  })
  const { isDown } = useContact()
  // each courier has a box of their own: a phone may change hands
  const database = `linli-courier-${me.personId}`
  const { waiting, add, drain, listen } = useOutbox<CourierAct, ActAnswer>({ database, store: 'acts', send: sendAct })
  const asking = useRef(new Map<string, (told: Told) => void>())
  const [act] = useState(() => async (done: NewAct): Promise<Told> => {
    const made: CourierAct = { ...done, id: crypto.randomUUID() }
    const answered = new Promise<Told>((resolve) => asking.current.set(made.id, resolve))
    const tried = add(made).then((): Told => ({ is: 'kept' }))
    const late = new Promise<Told>((resolve) => setTimeout(() => resolve({ is: 'kept' }), PATIENCE_MS))
    const told = await Promise.race([answered, tried, late])
    // whoever asked no longer waits: from now on an answer is news
    asking.current.delete(made.id)
    return told
  })

  useEffect(() => {
    listen({
      onDone: (done, answer) => {
        follower.current?.(done, answer)
        asking.current.get(done.id)?.({ is: 'done', answer })
      },
      onRefused: (refused, problem) => {
        follower.current?.(refused, undefined)
        const asked = asking.current.get(refused.id)
        if (asked) return asked({ is: 'refused', problem })
        const reason = problem.message
        const text =
          'number' in refused ? t('refusedLater', { number: refused.number, reason }) : t('refusedRun', { reason })
        void notify({ kind: 'problem', text })
      },
    })
  })
  useEffect(() => {
    if (!isDown) drain()
  }, [isDown, drain])
  return <Context value={{ waiting, act, follow }}>{children}</Context>
}
