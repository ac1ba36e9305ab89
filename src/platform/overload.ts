/** No free connection within the time allowed, or a database that starts, stops or is away for a moment. */
const MESSAGES = ['timeout exceeded when trying to connect', 'Connection terminated']
const CODES = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300']

/** Whether an error only says "not now": nothing was done, and the same request may be made again. */
export function isOverload(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { message } = cause
    if (MESSAGES.some((start) => message.startsWith(start))) return true
    if ('code' in cause && typeof cause.code === 'string' && CODES.includes(cause.code)) return true
  }
  return false
}
