import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '../../platform/config'
import { environment } from './environment'
import { databaseUrl } from './sql'
import { dataFolder, openState } from './state'

/**
 * The configuration of the installation that runs here: from the environment where it names the databases, else from the
 * data folder of `npm start`.
 * @throws Error that says how to start one when there is none.
 */
export function runningConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env['DATABASE_URL'] && env['REDIS_URL'] && env['JWT_SECRET']) return readConfig(env)
  const folder = dataFolder(env)
  if (!existsSync(join(folder, 'state.json'))) throw new Error('Nothing runs here yet. Start it first: npm start')
  const state = openState(folder)
  const { ports, secrets } = state.kept
  const surroundings = {
    databaseUrl:
      env['DATABASE_URL'] || databaseOf(`postgres://linli:${secrets.postgres}@127.0.0.1:${ports.postgres}/postgres`),
    redisUrl: env['REDIS_URL'] || `redis://:${secrets.redis}@127.0.0.1:${ports.redis}`,
    port: ports.web ?? 4_000,
    commercePort: ports.commerce ?? 9_000,
    demo: true,
  }
  return readConfig(environment(state, surroundings, env))
}
