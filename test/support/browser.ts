import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** Opens the Chromium of this run, without a window. Close it when done. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: inject('chromium'),
    // root may not use Chromium's own sandbox, and containers have little shared memory
    // and maps are drawn without a graphics card
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  })
