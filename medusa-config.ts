import { defineConfig } from '@medusajs/framework/utils'
import { readConfig } from './src/platform/config'
import { openLog } from './src/platform/log'
import { medusaLog } from './src/platform/medusa-log'

const env = readConfig()

/** Nobody reaches commerce from a browser but its own admin, so no other origin is allowed. */
const origin = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`

const database = new URL(env.DATABASE_URL)
database.searchParams.set('application_name', 'linli-medusa')

/** BullMQ's own back-off: a subscriber that fails is tried again for about half a minute. */
const jobs = {
  attempts: 6,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 7 * 24 * 3600 },
}

/** Several installations may share one Redis: every queue and key starts with our prefix. */
const queue = { prefix: `${env.QUEUE_PREFIX}-medusa` }

const ourOrderId = async ({ metadata }: { metadata?: Record<string, unknown> | null }) => metadata?.['linli_order_id']

const config = defineConfig({
  projectConfig: {
    databaseUrl: database.href,
    databaseDriverOptions: { pool: { min: 0, max: 20 } },
    redisUrl: env.REDIS_URL,
    redisPrefix: `${env.QUEUE_PREFIX}:`,
    workerMode: 'shared',
    http: {
      storeCors: origin,
      adminCors: env.ADMIN ? env.COMMERCE_URL : origin,
      authCors: origin,
      jwtSecret: env.JWT_SECRET,
      jwtExpiresIn: '1d',
      cookieSecret: env.COOKIE_SECRET,
      authMethodsPerActor: { user: ['emailpass'], customer: ['emailpass'], member: ['emailpass'] },
    },
  },
  admin: { disable: !env.ADMIN },
  modules: [
    // search by Medusa is not used: shops search our offers
    { key: 'search', disable: true },
    // people who look an order up know our id of it
    { resolve: '@medusajs/medusa/order', options: { generateCustomDisplayId: ourOrderId } },
    {
      resolve: '@medusajs/medusa/event-bus-redis',
      options: {
        redisUrl: env.REDIS_URL,
        queueName: `${env.QUEUE_PREFIX}-events`,
        queueOptions: queue,
        workerOptions: { ...queue, concurrency: 4 },
        jobOptions: jobs,
      },
    },
    {
      resolve: '@medusajs/medusa/workflow-engine-redis',
      options: {
        redis: {
          redisUrl: env.REDIS_URL,
          queueName: `${env.QUEUE_PREFIX}-workflows`,
          jobQueueName: `${env.QUEUE_PREFIX}-jobs`,
          queueOptions: queue,
          workerOptions: queue,
          // one hanging job must not stop the others
          jobWorkerOptions: { ...queue, concurrency: 4 },
        },
      },
    },
    {
      resolve: '@medusajs/medusa/cache-redis',
      options: { redisUrl: env.REDIS_URL, namespace: `${env.QUEUE_PREFIX}-cache` },
    },
    {
      resolve: '@medusajs/medusa/locking',
      options: {
        providers: [{ resolve: '@medusajs/medusa/locking-postgres', id: 'locking-postgres', is_default: true }],
      },
    },
  ],
  logger: medusaLog(openLog(env, 'medusa')),
})

// the draft-order plugin, which defineConfig always adds, serves no route of ours
export default { ...config, plugins: [] }
