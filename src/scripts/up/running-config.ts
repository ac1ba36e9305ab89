import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '../../platform/config'
import { environment } from './environment'
import { isAlive } from './processes'
import { dataFolder, openState } from './state'

/**
 * The configuration of the Linli that runs, for scripts beside it: the environment where that names another database,
 * else what `npm start` runs with on this data folder. @throws with advice when nothing runs.
 */
export function runningConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const folder = dataFolder(env)
  const state = existsSync(join(folder, 'state.json')) ? openState(folder) : undefined
  const surroundings = isAlive(state?.kept.processes.owner) ? state?.kept.surroundings : undefined
  const namesAnother = env['DATABASE_URL'] && env['DATABASE_URL'] !== surroundings?.databaseUrl
  if (namesAnother) return readConfig(env)
  if (state && surroundings) return readConfig(environment(state, surroundings, env))
  throw new Error('Linli is not running here. Start it first, in another terminal: npm start')
}
