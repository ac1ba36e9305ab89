import { readForm } from './form'
import { routeFor } from './routes'
import { newThingId, StripeRefusal, type World } from './world'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: string
  readonly authorization: string
  readonly idempotencyKey: string | undefined
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

interface Kept {
  readonly said: string
  readonly answer: Answer
}

const answerOf = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'request-id': newThingId('req'), ...headers },
})

/** Answers as Stripe: the key first, then what was said before under the same idempotency key, then the deed itself. */
export function openAnswers(world: World, secretKey: string) {
  const kept = new Map<string, Kept>()
  const act = ({ method, path, query, body }: Asked): Answer => {
    const route = routeFor(method, path)
    if (!route) return refused(new StripeRefusal(404, `Unrecognized request URL (${method}: ${path}).`))
    try {
      return answerOf(200, route(world, readForm(method === 'GET' ? query : body)))
    } catch (error) {
      if (error instanceof StripeRefusal) return refused(error)
      throw error
    }
  }
  return (asked: Asked): Answer => {
    const basic = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`
    if (asked.authorization !== `Bearer ${secretKey}` && asked.authorization !== basic)
      return refused(new StripeRefusal(401, 'Invalid API Key provided: sk_****'))
    const { idempotencyKey: key } = asked
    if (!key || asked.method !== 'POST') return act(asked)
    const said = `${asked.path} ${asked.body}`
    const before = kept.get(key)
    if (before && before.said !== said) return refused(reused(key))
    if (before) return { ...before.answer, headers: { ...before.answer.headers, 'idempotent-replayed': 'true' } }
    const answer = act(asked)
    kept.set(key, { said, answer })
    return answer
  }
}

const reused = (key: string) =>
  new StripeRefusal(
    400,
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    { type: 'idempotency_error' },
  )

export const refused = ({ status, error }: StripeRefusal): Answer =>
  answerOf(status, { error }, status >= 500 ? {} : { 'stripe-should-retry': 'false' })
