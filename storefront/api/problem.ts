/** What went wrong, as a page can tell it. */
export interface Problem {
  /** A refusal's code, or `offline` when no answer came. */
  readonly code: string
  /** The server's sentence in the reader's language; empty when it could not say one. */
  readonly message: string
  /** To quote when asking for help; empty when no answer came. */
  readonly requestId: string
  readonly params: Readonly<Record<string, string | number>>
  /** Fields that do not fit, as paths such as `body.contact.phone`. */
  readonly fields: readonly string[]
  /** HTTP status; 0 when no answer came. */
  readonly status: number
}

/** An answer that says "no", or none at all. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ApiError'
    this.problem = problem
  }
}

const NO_ANSWER: Problem = { code: 'offline', message: '', requestId: '', params: {}, fields: [], status: 0 }

/** The error of a request that got no answer: no network, a server that is down, or one that is too slow. */
export const noAnswer = (): ApiError => new ApiError(NO_ANSWER)

/** Reads the error of an answer. Proxies answer HTML: then only the status is known. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const said = isObject(body) && isObject(body['error']) ? body['error'] : {}
  const fields = Array.isArray(said['fields']) ? said['fields'] : []
  return new ApiError({
    code: text(said['code']) || 'internal',
    message: text(said['message']),
    requestId: text(said['requestId']) || (response.headers.get('x-request-id') ?? ''),
    params: isObject(said['params']) ? (said['params'] as Problem['params']) : {},
    fields: fields.flatMap((field: unknown) => (isObject(field) ? text(field['path']) : [])),
    status: response.status,
  })
}

/** Whatever was thrown, as a problem: our own errors, or one that crossed from the server's render as plain data. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem
  const data = isObject(error) && isObject(error['data']) ? error['data'] : undefined
  if (data && typeof data['code'] === 'string') return { ...NO_ANSWER, ...data }
  return { ...NO_ANSWER, code: 'internal', status: 500 }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
