import type { State, Surroundings } from './state'

/** All variables of a Linli process: what the person set, our addresses, and secrets of the data folder where none were set. */
export function environment(
  { kept }: State,
  { databaseUrl, redisUrl, port, commercePort, demo }: Surroundings,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    JWT_SECRET: kept.secrets.jwt,
    COOKIE_SECRET: kept.secrets.cookie,
    COMMERCE_SECRET: kept.secrets.commerce,
    DEMO: String(demo),
    ...withoutEmpty(env),
    // the files below .data/logs get everything from "info" up: a process says there that it is ready
    LOG_LEVEL: env['LOG_LEVEL'] === 'debug' ? 'debug' : 'info',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    PORT: String(port),
    COMMERCE_URL: `http://127.0.0.1:${commercePort}`,
  }
}

const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
