import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { createSalesChannelsWorkflow, linkSalesChannelsToApiKeyWorkflow } from '@medusajs/medusa/core-flows'
import type { Text } from '../kernel/text'

/** The sales channels of our tenants, by operator id. */
export async function readChannels(container: MedusaContainer): Promise<Record<string, string>> {
  const channels = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({}, { take: null })
  const ours = channels.flatMap(({ id, metadata }) => {
    const operatorId = metadata?.['operator_id']
    return typeof operatorId === 'string' ? [[operatorId, id] as const] : []
  })
  return Object.fromEntries(ours)
}

/** One sales channel per tenant, all of them open to the store's publishable key. Answers ids by operator id. */
export async function setUpChannels(
  container: MedusaContainer,
  operators: readonly { readonly id: string; readonly name: Text }[],
  keyId: string,
): Promise<Record<string, string>> {
  const standing = await readChannels(container)
  const missing = operators.filter(({ id }) => !standing[id])
  if (missing.length === 0) return standing
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: {
      salesChannelsData: missing.map(({ id, name }) => ({
        name: name.zh,
        description: name.en,
        metadata: { operator_id: id },
      })),
    },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: keyId, add: result.map(({ id }) => id) } })
  return readChannels(container)
}

/** The key that opens Medusa's store routes; Medusa makes it at its first start. */
export async function readPublishableKey(container: MedusaContainer): Promise<{ id: string; token: string }> {
  const keys = await container.resolve(Modules.API_KEY).listApiKeys({ type: 'publishable' })
  const key = keys.find(({ revoked_at }) => !revoked_at)
  if (!key) throw new Error('Medusa made no publishable key at its start')
  return { id: key.id, token: key.token }
}
