import type { TestProject } from 'vitest/node'
import { buildStorefront } from '../../src/scripts/up/storefront'
import { findChromium } from './chromium'
import { testServers } from './global-setup'
import { type StackAddress, startStackOn } from './stack-on'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The program; empty where there is none, and then every end-to-end test is skipped. */
    chromium: string
    stack: StackAddress
  }
}

/** Builds the storefront and starts the Linli that the end-to-end files share. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const program = await findChromium()
  project.provide('chromium', program ?? '')
  if (!program) return undefined
  // web reads the pages when it starts
  await buildStorefront()
  const stack = await startStackOn(await testServers())
  const { url, commerceUrl, env, logs } = stack
  project.provide('stack', { url, commerceUrl, env, logs })
  return stack.stop
}
