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
export const note = (app: App, entry: AuditEntry): Promise<unknown> => noteAll(app, [entry])

/** The same for many deeds at once; at least one. */
export const noteAll = (app: App, entries: readonly AuditEntry[]): Promise<unknown> =>
  app.db
    .insert(audit)
    .values(entries.map(({ detail = {}, ...entry }) => ({ id: newId('aud'), at: app.now(), detail, ...entry })))
