import type { CreateFulfillmentDTO, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { isDuplicate } from './missing-only'

/** Medusa makes fulfilments one by one; this many at a time keep Postgres busy and leave the pool to others. */
const AT_ONCE = 6

export type Fulfilment = CreateFulfillmentDTO & { readonly id: string }

/** Makes the fulfilments that are not there yet; answers which those were. The primary key decides a race. */
export async function writeFulfilments(
  container: MedusaContainer,
  fulfilments: readonly Fulfilment[],
): Promise<ReadonlySet<string>> {
  const service = container.resolve(Modules.FULFILLMENT)
  const standing = await service.listFulfillments(
    { id: fulfilments.map(({ id }) => id) },
    { select: ['id'], take: null },
  )
  const known = new Set(standing.map(({ id }) => id))
  const missing = fulfilments.filter(({ id }) => !known.has(id))
  const written = new Set<string>()

  const next = async (): Promise<void> => {
    for (let one = missing.pop(); one; one = missing.pop()) {
      try {
        await service.createFulfillment(one)
        written.add(one.id)
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return written
}

/** Ties fulfilments to their orders; tying twice changes nothing. */
export async function linkFulfilments(
  container: MedusaContainer,
  pairs: readonly { readonly orderId: string; readonly fulfilmentId: string }[],
): Promise<void> {
  if (pairs.length === 0) return
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    pairs.map(({ orderId, fulfilmentId }) => ({
      [Modules.ORDER]: { order_id: orderId },
      [Modules.FULFILLMENT]: { fulfillment_id: fulfilmentId },
    })),
  )
}
