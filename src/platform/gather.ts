import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Work done for many at once: inputs that come within `ms` of the first share one run, in the order they came, and runs
 * never overlap. A run that fails fails for all who wait for it.
 */
export function gather<T>(work: (inputs: readonly T[]) => Promise<void>, ms: number): (input: T) => Promise<void> {
  let waiting: { readonly inputs: T[]; readonly done: Promise<void> } | undefined
  let running: Promise<unknown> = Promise.resolve()
  const next = () => {
    const inputs: T[] = []
    const done = Promise.all([sleep(ms), running]).then(() => {
      waiting = undefined
      const run = work(inputs)
      running = run.catch(() => undefined)
      return run
    })
    return { inputs, done }
  }
  return (input) => {
    waiting ??= next()
    waiting.inputs.push(input)
    return waiting.done
  }
}
