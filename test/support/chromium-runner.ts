import { inject, type RunnerTask, type RunnerTestFile, TestRunner } from 'vitest'

/** Skips every end-to-end test, and counts it as skipped, where there is no Chromium. */
export default class ChromiumRunner extends TestRunner {
  onCollected(files: RunnerTestFile[]): void {
    if (inject('chromium')) return
    for (const file of files) skip(file)
  }
}

function skip(task: RunnerTask): void {
  task.mode = 'skip'
  if ('tasks' in task) for (const below of task.tasks) skip(below)
}
