import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { z } from 'zod'
import { Refusal, type RefusalCode, type RefusalParams } from '../kernel/refusal'
import type { Locale } from '../kernel/text'
import type { App } from '../platform/app'
import { isOverload } from '../platform/overload'
import en from './messages/en.json'
import zh from './messages/zh-CN.json'

/** Input that does not fit its schema: answered 422 with every field that is wrong. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('invalid input')
    this.issues = issues
  }
}

type MessageCode = RefusalCode | 'internal'

/** The sentence for a code in the reader's language, with its values filled in. */
export function messageOf(
  code: MessageCode,
  locale: Locale,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const sentence = (locale === 'zh-CN' ? zh : en)[code]
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** The values of a sentence in the reader's language. */
export const inWords = (params: RefusalParams, locale: Locale): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      return [name, typeof value === 'object' ? (locale === 'zh-CN' ? value.zh : value.en) : value]
    }),
  )

export const unknownRoute: RequestHandler = (_req, _res, next) => next(new Refusal('not_found'))

/** The one place where errors become answers: a code, a sentence, the request's id, and never a stack. */
export const answerErrors = (app: App): ErrorRequestHandler => {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const { code, status, params, fields } = translated(error)
    if (code === 'internal') app.log.error({ err: error, requestId: req.requestId, path: req.path }, 'request failed')
    if ((status === 503 || status === 429) && !res.hasHeader('retry-after')) res.setHeader('retry-after', '2')
    const said = inWords(params, req.locale)
    const message = messageOf(code, req.locale, said)
    res
      .status(status)
      .json({ error: { code, message, requestId: req.requestId, params: said, ...(fields ? { fields } : {}) } })
  }
}

function translated(error: unknown): {
  code: MessageCode
  status: number
  params: RefusalParams
  fields?: { path: string; code: string }[]
} {
  if (error instanceof Refusal) return { code: error.code, status: error.status, params: error.params }
  if (error instanceof InvalidInput) {
    const fields = error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code }))
    return { code: 'invalid', status: 422, params: { field: fields[0]?.path ?? '' }, fields }
  }
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  if (type === 'entity.parse.failed') return { code: 'invalid_json', status: 400, params: {} }
  if (type === 'entity.too.large') return { code: 'too_large', status: 413, params: {} }
  if (isOverload(error)) return { code: 'busy', status: 503, params: {} }
  if (error instanceof URIError || isClientError(error)) return { code: 'bad_request', status: 400, params: {} }
  return { code: 'internal', status: 500, params: {} }
}

/** What Express's own parts say of a request they cannot take: an unknown charset or encoding, a body cut off. */
const isClientError = (error: unknown): boolean =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500
