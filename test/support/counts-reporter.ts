import { writeFileSync } from 'node:fs'
import type { Reporter } from 'vitest/node'

/** Writes how many tests passed, failed and were skipped to the file LINLI_TEST_COUNTS names; `npm test` prints them last. */
export default class CountsReporter implements Reporter {
  onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandledErrors) => {
    const file = process.env['LINLI_TEST_COUNTS']
    if (!file) return
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    // a hook or a file that failed fails no test of its own, but must count
    const broken = modules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ])
    const count = (...states: string[]) => tests.filter((state) => states.includes(state)).length
    const counts = {
      passed: count('passed'),
      failed: count('failed') + broken.length + unhandledErrors.length,
      skipped: count('skipped', 'pending'),
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}
