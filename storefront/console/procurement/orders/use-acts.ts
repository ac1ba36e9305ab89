import { useTranslation } from '../../../i18n/use-translation'
import {
  approveOrder,
  cancelOrder,
  changeLine,
  type OrderLine,
  type OrderRow,
  restoreOrder,
} from '../../../api/procurement'
import { problemOf } from '../../../api/problem'
import { useLocale } from '../../../i18n/use-locale'
import { notify } from '../../../ui/toast'
import { useRefresh } from '../use-procurement'

/** Somebody else was quicker: the order stands elsewhere by now. */
const STATUSES = ['proposed', 'approved', 'sent', 'confirmed', 'short', 'part_received', 'closed', 'cancelled'] as const

type Numbered = Pick<OrderRow, 'id' | 'number'>

export interface Acts {
  readonly approve: (orders: readonly Numbered[]) => Promise<void>
  /** Rejects proposals; may be undone for 8 s. */
  readonly reject: (orders: readonly Numbered[]) => Promise<void>
  readonly cancel: (order: Numbered, reason: string) => Promise<void>
  readonly restore: (order: Numbered) => Promise<void>
  readonly change: (order: Numbered, line: OrderLine, packs: number) => Promise<void>
}

/** What a buyer does to orders. Each says how it went; failures name the order and the server's sentence. */
export function useActs(): Acts {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const refresh = useRefresh()

  const fail = (number: string, error: unknown) => {
    const { code, message, params } = problemOf(error)
    const status = STATUSES.find((each) => each === params['status'])
    const sentence =
      code === 'offline'
        ? t('ui:offline.text')
        : code === 'order_not_in_state' && status
          ? t('done.already', { status: t(`status.${status}`) })
          : message || t('ui:error.text')
    void notify({ kind: 'problem', text: t('done.failed', { number, message: sentence }) })
  }
  /** One after the other, so that what fails is told apart; answers those that went through. */
  const each = async (orders: readonly Numbered[], act: (order: Numbered) => Promise<unknown>) => {
    const done: Numbered[] = []
    for (const order of orders) {
      await act(order).then(
        () => done.push(order),
        (error: unknown) => fail(order.number, error),
      )
    }
    await refresh()
    return done
  }
  const restoreAll = (orders: readonly Numbered[]) =>
    each(orders, ({ id }) => restoreOrder({ params: { orderId: id } }))

  const acts: Acts = {
    approve: async (orders) => {
      const waiting: string[] = []
      const done = await each(orders, async ({ id, number }) => {
        const { status } = await approveOrder({ params: { orderId: id } })
        if (status === 'proposed') waiting.push(number)
      })
      if (waiting.length > 0) void notify({ text: t('done.oneMore', { numbers: waiting.join(', ') }) })
      const [only] = done.filter(({ number }) => !waiting.includes(number))
      if (!only) return
      const text =
        done.length === 1 ? t('done.approved', { number: only.number }) : t('done.approvedMany', { count: done.length })
      void notify({ text })
    },
    reject: async (orders) => {
      const done = await each(orders, ({ id }) => cancelOrder({ params: { orderId: id }, body: { reason: '' } }))
      const [only] = done
      if (!only) return
      const text =
        done.length === 1 ? t('done.rejected', { number: only.number }) : t('done.rejectedMany', { count: done.length })
      void notify({ text, undo: () => void restoreAll(done), undoLabel: t('ui:undo') })
    },
    cancel: async (order, reason) => {
      const done = await each([order], ({ id }) => cancelOrder({ params: { orderId: id }, body: { reason } }))
      if (done.length > 0) void notify({ text: t('done.cancelled', { number: order.number }) })
    },
    restore: async (order) => {
      const done = await restoreAll([order])
      if (done.length > 0) void notify({ text: t('done.restored', { number: order.number }) })
    },
    change: async (order, line, packs) => {
      const put = (value: number) =>
        each([order], ({ id: orderId }) => changeLine({ params: { orderId, lineId: line.id }, body: { packs: value } }))
      const done = await put(packs)
      if (done.length === 0) return
      const text = t('done.changed', { ingredient: say(line.ingredient), packs })
      void notify({ text, undo: () => void put(line.packs), undoLabel: t('ui:undo') })
    },
  }
  return acts
}
