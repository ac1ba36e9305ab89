import { container } from '@medusajs/framework'
import { asValue } from '@medusajs/framework/awilix'
import load from '@medusajs/medusa/loaders/index'
import type { Express } from 'express'
import { resolve } from 'node:path'
import type { App } from '../platform/app'

/** Where medusa-config.ts and src/ are. */
export const DIRECTORY = resolve(__dirname, '../..')

/** Loads Medusa behind an Express server, one per process; answers how to shut it down. */
export async function bootMedusa(app: App, server: Express): Promise<() => Promise<void>> {
  // before the load: events waiting in Redis are handled at once
  container.register('linli', asValue(app))
  const { shutdown } = await load({ directory: DIRECTORY, expressApp: server })
  return shutdown
}
