import { openApp, type RunningApp } from '../../src/platform/app'
import { freshDatabase } from './database'
import { testConfig } from './environment'
import type { Template } from './fresh-database'

export interface TestApp extends RunningApp {
  /** Stops the clock at an instant; `undefined` lets it run again. */
  readonly setNow: (at: Date | undefined) => void
  /** Closes the app and drops its database. */
  readonly close: () => Promise<void>
}

export interface TestAppOptions {
  readonly template?: Template
  readonly env?: Readonly<Record<string, string>>
}

/** An App on a database of its own, with a clock the test sets. */
export async function testApp({ template, env = {} }: TestAppOptions = {}): Promise<TestApp> {
  const database = await freshDatabase(template)
  const app = await openApp(testConfig(env, database), { name: 'test' })
  let stopped: Date | undefined
  return {
    ...app,
    now: () => stopped ?? app.now(),
    setNow: (at) => {
      stopped = at
    },
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}
