import { inject } from 'vitest'
import { type Config, readConfig } from '../../src/platform/config'
import { environmentOn, groundOf, type Variables } from './environment-on'
import type { FreshDatabase } from './fresh-database'

/** The environment of a Linli process in this run, as variables. */
export const testEnvironment = (overrides: Variables = {}): Variables => environmentOn(inject('servers'), overrides)

/** The configuration for that environment; `database` from freshDatabase() puts it on ground of its own. */
export const testConfig = (overrides: Variables = {}, database?: FreshDatabase): Config =>
  readConfig(testEnvironment({ ...(database ? groundOf(database) : {}), ...overrides }))
