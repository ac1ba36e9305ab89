import pino, { type Logger } from 'pino'
import type { Config } from './config'

export type { Logger }

/** JSON lines on stdout. Names, phones, addresses and secrets are cut out wherever they appear at these paths. */
export const openLog = (config: Pick<Config, 'LOG_LEVEL'>, name: string): Logger =>
  pino({
    name,
    level: config.LOG_LEVEL,
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        '*.phone',
        '*.password',
        '*.contact',
        '*.token',
        '*.code',
      ],
      censor: '…',
    },
  })
