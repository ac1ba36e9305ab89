import { inject } from 'vitest'
import { type FreshDatabase, freshDatabaseOn, type Template } from './fresh-database'

/** A database of one's own, with our tables unless more is asked for, and a Redis database beside it. */
export const freshDatabase = (template: Template = 'ours'): Promise<FreshDatabase> =>
  freshDatabaseOn(inject('servers'), template)
