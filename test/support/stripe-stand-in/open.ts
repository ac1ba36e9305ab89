import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openAnswers, refused } from './answer'
import { type HookWays, openHooks } from './hooks'
import { payInvoice } from './invoices'
import { authoriseIntent, confirmIntent, type Method } from './payment-intents'
import { decideRefund } from './refunds'
import { allOf, type RefundWay, StripeRefusal, type Thing, type World } from './world'

/**
 * How the next requests go wrong: `error` 500 before anything happens; `silent` never answered, nothing happens;
 * `dropped` the line breaks after it happened; `late` answered too late, after it happened.
 */
export type Trouble = 'error' | 'silent' | 'dropped' | 'late'

export interface StandInOptions extends Partial<HookWays> {
  readonly secretKey?: string
  readonly port?: number
}

/** A Stripe account on this machine: the part of its API that Linli uses, with signed webhooks and every kind of trouble. */
export async function openStripeStandIn({ secretKey = 'sk_test_stand_in', port = 0, ...ways }: StandInOptions = {}) {
  const secret = ways.secret ?? 'whsec_stand_in'
  const hooks = openHooks({ ...ways, secret })
  const world: World = { things: new Map(), refundWay: undefined, tell: hooks.tell }
  const answerTo = openAnswers(world, secretKey)
  const asked: string[] = []
  let troubles: Trouble[] = []

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await textOf(req)
    const { pathname: path, search } = new URL(req.url ?? '', 'http://stripe')
    const [, intentId, decision] = /^\/authorise\/(\w+)\/(pay|fail)$/.exec(path) ?? []
    if (intentId) return void res.end(JSON.stringify(authoriseIntent(world, intentId, decision as 'pay' | 'fail')))
    const method = req.method ?? ''
    asked.push(`${method} ${path}`)
    const trouble = troubles.shift()
    if (trouble === 'silent') return
    if (trouble === 'error') {
      const {
        status,
        headers,
        body: words,
      } = refused(new StripeRefusal(500, 'An error occurred.', { type: 'api_error' }))
      return void res.writeHead(status, headers).end(words)
    }
    const key = req.headers['idempotency-key']
    const answer = answerTo({
      method,
      path,
      query: search.slice(1),
      body,
      authorization: req.headers.authorization ?? '',
      idempotencyKey: Array.isArray(key) ? key[0] : key,
    })
    if (trouble === 'dropped') return void req.socket.destroy()
    if (trouble === 'late') return
    res.writeHead(answer.status, answer.headers).end(answer.body)
  }
  const server = createServer((req, res) => void handle(req, res))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The variables of a Linli that talks to this account. */
    environment: (url: string) => ({
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_stand_in',
      STRIPE_API_BASE: url,
    }),
    hooks,
    /** Every request, as `POST /v1/refunds`. */
    asked: (): readonly string[] => asked,
    things: <T extends Thing>(kind: string): T[] => allOf<T>(world, kind),
    trouble: (...next: Trouble[]) => {
      troubles = next
    },
    refundsAre: (way: RefundWay | undefined) => {
      world.refundWay = way
    },
    decideRefund: (id: string, outcome: 'succeeded' | 'failed') => decideRefund(world, id, outcome),
    /** What a person does in Stripe's form: pays with this, or with a card that is declined. */
    pays: (intentId: string, how: Method | 'declined' = 'card') => {
      if (how === 'card') return void confirmIntent(world, intentId, { payment_method: 'pm_card_visa' })
      if (how !== 'declined') {
        confirmIntent(world, intentId, { payment_method_data: { type: how } })
        return void authoriseIntent(world, intentId, 'pay')
      }
      try {
        confirmIntent(world, intentId, { payment_method: 'pm_card_chargeDeclined' })
      } catch (error) {
        if (!(error instanceof StripeRefusal)) throw error
      }
    },
    paysInvoice: (id: string) => void payInvoice(world, id),
    close: async () => {
      await hooks.quiet()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type StripeStandIn = Awaited<ReturnType<typeof openStripeStandIn>>

async function textOf(req: IncomingMessage): Promise<string> {
  let whole = ''
  for await (const chunk of req) whole += String(chunk)
  return whole
}
