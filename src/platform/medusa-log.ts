import type { Logger } from './log'

const text = (data: unknown): string =>
  data instanceof Error ? (data.stack ?? data.message) : typeof data === 'string' ? data : JSON.stringify(data)

/** Medusa's logger interface over ours. Its chatter (`info`, `http`, progress lines) becomes debug; warnings and errors stay. */
export const medusaLog = (log: Logger) => ({
  panic: (data: unknown) => log.fatal(text(data)),
  error: (data: string | Error, error?: Error) => log.error(error ? { err: error } : {}, text(data)),
  warn: (data: string) => log.warn(text(data)),
  info: (data: string) => log.debug(text(data)),
  log: (...data: unknown[]) => log.debug(data.map(text).join(' ')),
  http: (data: string) => log.debug(text(data)),
  debug: (data: string) => log.debug(text(data)),
  verbose: (data: string) => log.trace(text(data)),
  silly: (data: string) => log.trace(text(data)),
  activity: (message: string) => {
    log.debug(message)
    return message
  },
  progress: (_activity: string, message: string) => log.debug(message),
  success: (_activity: string, message: string) => {
    log.debug(message)
    return {}
  },
  failure: (_activity: string, message: string) => log.error(message),
  // the request log is ours: Medusa asks whether to write its own
  shouldLog: (level: string) => level !== 'http' && log.isLevelEnabled(level === 'error' ? 'error' : 'debug'),
  setLogLevel: () => {},
  unsetLogLevel: () => {},
})
