import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal'
import type { FapiaoIssuer, IssuedFapiao } from './port'

/** No answer within this is no answer. */
const PATIENCE_MS = 8_000

const Issued = z.object({ number: z.string().regex(/^\d{20}$/) })

/**
 * A gateway to the tax bureau, of whoever files for the operator: `POST /fapiao` and `POST /fapiao/NUMBER/red` with our
 * request as JSON, signed (HMAC-SHA256 of the body), our id as the idempotency key; 4xx is a "no" for good.
 */
export function fapiaoGateway(url: string, secret: string): FapiaoIssuer {
  const ask = async (path: string, request: { readonly fapiaoId: string }): Promise<IssuedFapiao> => {
    const body = JSON.stringify(request)
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': request.fapiaoId, 'x-signature': signature },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined)
    if (!answer || answer.status >= 500) throw new Refusal('e_invoices_unavailable')
    if (!answer.ok) throw new Refusal('fapiao_refused')
    const issued = Issued.safeParse(await answer.json().catch(() => undefined))
    if (!issued.success) throw new Refusal('e_invoices_unavailable')
    return issued.data
  }
  return {
    issue: (request) => ask('/fapiao', request),
    reverse: (request) => ask(`/fapiao/${request.reverses}/red`, request),
  }
}
