import { z } from 'zod'
import { defineEvent } from '../kernel/event'

/** A statement stands; whoever sends bills sends it. */
export const StatementIssued = defineEvent('funding.statement-issued', z.object({ statementId: z.string() }))

/** Somebody wants a fapiao, or one must be taken back. */
export const FapiaoRequested = defineEvent('funding.fapiao-requested', z.object({ fapiaoId: z.string() }))

/** A card had no room any more for money that came in for it; it goes back. */
export const TopUpUnwanted = defineEvent('funding.top-up-unwanted', z.object({ topUpId: z.string() }))
