import type { App } from './app'
import { newId } from './id'
import { audit } from './schema'

export interface AuditEntry {
  readonly operatorId: string | null
  /** A person's id, or `worker` and the like for what the system does by itself. */
  readonly actorId: string
  /** `context.verb`, such as `delivery.claim-run`. */
  readonly action: string
  readonly subject: string
  /** Small facts: amounts, states before and after. No names, phones or addresses. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Notes who did what, in the transaction that did it. */
export const note = (app: App, { operatorId, actorId, action, subject, detail = {} }: AuditEntry): Promise<unknown> =>
  app.db.insert(audit).values({ id: newId('aud'), at: app.now(), operatorId, actorId, action, subject, detail })
