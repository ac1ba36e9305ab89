import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** Opens the Chromium of this run, without a window. Close it when done. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: inject('chromium'),
    // root may not use Chromium's own sandbox, and containers have little shared memory
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  })
