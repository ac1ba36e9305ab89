import { useEffect, useState } from 'react'
import { type GroupDelivery, type Order, showDelivery } from '../../api/store'

/** While food is under way its time moves with the courier: the stream says when, and this often it is asked anyway. */
const CHECK_MS = 30_000

const UNDER_WAY: readonly Order['groups'][number]['status'][] = ['placed', 'cooking', 'ready', 'on_the_way', 'failed']

/**
 * Where the food of an order is, by group; nothing while nobody knows or answers. `told` goes up with every event about
 * it.
 */
export function useDelivery(order: Order, told: number): Readonly<Record<string, GroupDelivery>> {
  const [groups, setGroups] = useState<Readonly<Record<string, GroupDelivery>>>({})
  const { id } = order
  const isUnderWay = order.groups.some(({ status }) => UNDER_WAY.includes(status))
  useEffect(() => {
    if (!isUnderWay) return
    const leaving = new AbortController()
    const ask = () =>
      showDelivery({ params: { orderId: id } }, { signal: leaving.signal }).then(
        (answer) => setGroups(Object.fromEntries(answer.groups.map((group) => [group.groupId, group]))),
        // the last answer stays; the page's own mark says that it is old
        () => undefined,
      )
    void ask()
    const timer = setInterval(() => void ask(), CHECK_MS)
    return () => {
      leaving.abort()
      clearInterval(timer)
    }
  }, [id, isUnderWay, told])
  return groups
}
