import { readConfig } from '../platform/config'
import { openRedis } from '../platform/redis'
import { withDatabase } from './up/sql'

/** For the health check of a worker's container, which answers no HTTP: ends with 0 when its Postgres and its Redis answer. */
async function main(): Promise<void> {
  const config = readConfig()
  const redis = openRedis(config, 'worker')
  redis.on('error', () => undefined) // the time limit of the health check ends the waiting
  await Promise.all([withDatabase(config.DATABASE_URL, (pool) => pool.query('select 1')), redis.ping()])
}

main().then(
  () => process.exit(0),
  () => process.exit(1),
)
