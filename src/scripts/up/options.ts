import { parseArgs } from 'node:util'

export interface Options {
  /** Where web listens; 0 is any free port. */
  readonly port: number
  /** Seed the demo city and let the operator move the service clock. */
  readonly demo: boolean
  /** Throw away the data folder first. */
  readonly reset: boolean
  readonly help: boolean
}

export const HELP = `npm start -- [options]

Starts everything: Postgres and Redis (unless DATABASE_URL and REDIS_URL name others), the tables,
the demo city, the storefront, and Linli's processes commerce, web and worker. Ctrl-C ends it all.

  --port N    where web listens (default 4000, or PORT; 0 for any free port)
  --no-demo   without the demo city
  --reset     throw away all data and start over
  --help      this text

npm test -- [vitest's own options and files]   runs the tests
LINLI_DATA=DIR npm start                       keeps the data in DIR instead of .data`

/** @throws with one sentence when an option is unknown or wrong. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      'no-demo': { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const port = Number(values.port ?? (env['PORT'] || 4000))
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port needs a number up to 65535`)
  return { port, demo: !values['no-demo'], reset: values.reset, help: values.help }
}
