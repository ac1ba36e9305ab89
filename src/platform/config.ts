import { z } from 'zod'
import { ROAD_SOURCES } from './road-matrix/port'

/** Secrets that stand in public examples: never accepted, in any mode. */
const WELL_KNOWN = ['supersecret', 'secret', 'changeme', 'password', 'dev-only-secret']

const secret = z
  .string()
  .min(24, 'needs at least 24 characters')
  .refine((value) => !WELL_KNOWN.includes(value.toLowerCase()), 'is a well-known default')

/** All that Linli reads from the environment. `.env.example` is generated from this and tested against it. */
export const Environment = z
  .object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'])
      .default('development')
      .describe('development, test or production'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Postgres 15 or newer'),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).describe('Redis 6.2 or newer, maxmemory-policy noeviction, AOF on'),
    PORT: z.coerce.number().int().min(0).max(65535).default(4000).describe('where web listens'),
    HOST: z.string().default('127.0.0.1').describe('the address web listens on; 0.0.0.0 in a container'),
    PUBLIC_URL: z.url().optional().describe('the address people type; default http://localhost:PORT'),
    COMMERCE_URL: z
      .url()
      .default('http://127.0.0.1:9000')
      .describe('where web and worker find commerce (private network)'),
    JWT_SECRET: secret.describe('signs login tokens; shared by web and commerce'),
    COOKIE_SECRET: secret.describe("signs commerce's own session cookie"),
    PRIVACY_SECRET: secret
      .optional()
      .describe('seals what must not be read, such as birth dates; default JWT_SECRET. Set it before that one changes'),
    COMMERCE_SECRET: secret.describe('opens the internal routes of commerce to web and worker'),
    LOCAL_PAYMENTS: z
      .stringbool()
      .default(false)
      .describe('lets the local provider take payments in production too: everybody who presses "pay" has paid'),
    STRIPE_SECRET_KEY: z
      .string()
      .startsWith('sk_')
      .optional()
      .describe('turns Stripe on; without it the local provider takes payments'),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .startsWith('whsec_')
      .optional()
      .describe("checks Stripe's webhooks; required with STRIPE_SECRET_KEY"),
    STRIPE_PUBLISHABLE_KEY: z.string().startsWith('pk_').optional().describe("what Stripe's form in the browser needs"),
    STRIPE_API_BASE: z.url().optional().describe('another address for the Stripe API, for a stand-in in tests'),
    EINVOICE_URL: z
      .url()
      .optional()
      .describe('the gateway that issues fapiao; without it a local issuer, worth nothing'),
    EINVOICE_SECRET: secret.optional().describe('signs what the gateway is asked; required with EINVOICE_URL'),
    QUEUE_PREFIX: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .default('linli')
      .describe('keeps several installations apart on one Redis'),
    ROAD_MATRIX: z
      .enum(ROAD_SOURCES)
      .default('haversine')
      .describe('who measures roads: haversine (the straight line and a detour), osrm or valhalla'),
    ROAD_MATRIX_URL: z
      .url()
      .optional()
      .describe('where the road service answers; required with osrm and valhalla (private network)'),
    ROAD_MATRIX_PROFILE: z
      .string()
      .regex(/^\w+$/)
      .optional()
      .describe("OSRM's profile or Valhalla's costing; default driving and motor_scooter"),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe('debug, info, warn, error or silent'),
    DEMO: z.stringbool().default(false).describe('allows the operator to set the service clock; never in production'),
    ADMIN: z.stringbool().default(false).describe("serves Medusa's own admin at /app of commerce"),
  })
  .refine((env) => !env.STRIPE_SECRET_KEY || env.STRIPE_WEBHOOK_SECRET, {
    path: ['STRIPE_WEBHOOK_SECRET'],
    message: 'is required when STRIPE_SECRET_KEY is set',
  })
  .refine((env) => !env.EINVOICE_URL || env.EINVOICE_SECRET, {
    path: ['EINVOICE_SECRET'],
    message: 'is required when EINVOICE_URL is set',
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.STRIPE_SECRET_KEY || env.LOCAL_PAYMENTS, {
    path: ['STRIPE_SECRET_KEY'],
    message: 'is required in production, unless LOCAL_PAYMENTS=true lets the local provider take payments',
  })
  .refine((env) => env.ROAD_MATRIX === 'haversine' || env.ROAD_MATRIX_URL, {
    path: ['ROAD_MATRIX_URL'],
    message: 'is required when ROAD_MATRIX names a service',
  })
  .refine((env) => !(env.DEMO && env.NODE_ENV === 'production'), {
    path: ['DEMO'],
    message: 'must be off in production',
  })

export type Config = z.infer<typeof Environment>

/** Bad configuration: every variable that is missing or wrong, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** @throws ConfigError naming every missing or wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  // an empty variable means "not set", as in compose files
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`Linli cannot start, please correct these environment variables:\n${lines.join('\n')}`)
}
