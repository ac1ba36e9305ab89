import type { AuthIdentityDTO, MedusaContainer, ProviderIdentityDTO } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { IdentitiesInput } from '../platform/commerce-contract'
import { oneAtATime } from './one-at-a-time'
import { upsertCustomers } from './upsert-customers'

const PROVIDER = 'emailpass'

/** Whom a login stands for: `customer_id` or `member_id` in the token's words. */
type Actors = Record<string, string>

/**
 * Makes logins that share one password, and the customers behind those of customers; answers customer ids by e-mail.
 * A login that stands for its actor already keeps its password: people may have changed it.
 */
export const createIdentities = (
  container: MedusaContainer,
  { password, identities }: IdentitiesInput,
): Promise<Record<string, string>> =>
  oneAtATime(container, 'identities', async () => {
    const customers = await upsertCustomers(
      container,
      identities.filter(({ actor }) => actor === 'customer'),
      true,
    )
    const wanted = new Map<string, Actors>()
    for (const identity of identities) {
      const actor: Actors =
        identity.actor === 'customer'
          ? { customer_id: customers[identity.email] ?? '' }
          : { member_id: identity.personId }
      wanted.set(identity.email.toLowerCase(), { ...wanted.get(identity.email.toLowerCase()), ...actor })
    }
    const before = await readLogins(container, [...wanted.keys()])
    const missing = [...wanted].filter(([email]) => !before.has(email))
    await makeLogins(container, missing, password)
    await completeLogins(container, { wanted, before, password })
    return customers
  })

/** Lets Medusa hash the password once, for the first; the others get the same hash, which takes no time. */
async function makeLogins(container: MedusaContainer, missing: [string, Actors][], password: string): Promise<void> {
  const [first, ...rest] = missing
  if (!first) return
  const auth = container.resolve(Modules.AUTH)
  const [email] = first
  const { success, error } = await auth.register(PROVIDER, { body: { email, password } })
  if (!success) throw new Error(`no login for ${email}: ${error}`)
  const hash = (await readLogins(container, [email])).get(email)?.provider_metadata
  await auth.createAuthIdentities(
    rest.map(([entity_id, app_metadata]) => ({
      provider_identities: [{ provider: PROVIDER, entity_id, provider_metadata: { ...hash } }],
      app_metadata,
    })),
  )
}

interface Completion {
  readonly wanted: ReadonlyMap<string, Actors>
  /** Logins that were there before. */
  readonly before: ReadonlyMap<string, Login>
  readonly password: string
}

/** Lets logins stand for their actors. One that was there without an actor might be a stranger's: its password goes too. */
async function completeLogins(container: MedusaContainer, { wanted, before, password }: Completion): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const now = await readLogins(container, [...wanted.keys()])
  for (const [email, actors] of wanted) {
    const login = now.get(email)
    const known = login?.auth_identity?.app_metadata ?? {}
    const added = Object.entries(actors).filter(([actor]) => known[actor] === undefined)
    if (!login?.auth_identity || added.length === 0) continue
    const strange = before.has(email) && Object.keys(known).length === 0
    if (strange) await auth.updateProvider(PROVIDER, { entity_id: email, password })
    const app_metadata = { ...known, ...Object.fromEntries(added) }
    await auth.updateAuthIdentities({ id: login.auth_identity.id, app_metadata })
  }
}

type Login = ProviderIdentityDTO & { readonly auth_identity?: AuthIdentityDTO }

/** The published type of the filter forgets that addresses may be many. */
interface LoginsRead {
  listProviderIdentities(
    filter: { provider: string; entity_id: string[] },
    config: { relations: string[]; take: null },
  ): Promise<Login[]>
}

async function readLogins(container: MedusaContainer, emails: string[]): Promise<ReadonlyMap<string, Login>> {
  const found = await container
    .resolve<LoginsRead>(Modules.AUTH)
    .listProviderIdentities({ provider: PROVIDER, entity_id: emails }, { relations: ['auth_identity'], take: null })
  return new Map(found.map((login) => [login.entity_id, login]))
}
