import { Listr, type ListrTask } from 'listr2'

export interface Step {
  readonly title: string
  /** Says why there is nothing to do, if so. */
  readonly skip?: () => string | false
  /** `tell` shows a passing line, such as what a child prints. */
  readonly work?: (tell: (line: string) => void) => Promise<unknown>
  /** Instead of `work`: steps one after the other. */
  readonly inOrder?: readonly Step[]
  /** Instead of `work`: steps beside each other. */
  readonly beside?: readonly Step[]
}

/** Works through the steps, showing each with its time: as a live list on a terminal, as plain lines elsewhere. */
export const perform = (steps: readonly Step[]): Promise<unknown> =>
  process.stdout.isTTY ? performLive(steps) : performPlainly({ title: '', inOrder: steps })

const duration = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

function performLive(steps: readonly Step[]): Promise<unknown> {
  const timer = { condition: true, field: duration, format: () => (text?: string) => `\u001b[2m${text ?? ''}\u001b[0m` }
  return new Listr(steps.map(liveTask), {
    rendererOptions: { timer, collapseSubtasks: false, collapseSkips: true, showErrorMessage: false },
    // main decides what a signal means
    registerSignalListeners: false,
  }).run()
}

const liveTask = ({ title, skip, work, inOrder, beside }: Step): ListrTask => ({
  title,
  skip: () => {
    const why = skip?.()
    return why ? `${title}: ${why}` : false
  },
  task: (_, wrapper) => {
    const below = inOrder ?? beside
    if (below) return wrapper.newListr(below.map(liveTask), { concurrent: Boolean(beside) })
    return work?.((line) => {
      wrapper.output = line.slice(0, 200)
    })
  },
})

async function performPlainly({ title, skip, work, inOrder, beside }: Step): Promise<void> {
  const why = skip?.()
  if (why) return console.log(`- ${title}: ${why}`)
  if (beside) await Promise.all(beside.map(performPlainly))
  for (const step of inOrder ?? []) await performPlainly(step)
  if (!work) return

  const started = performance.now()
  console.log(`… ${title}`)
  await work(() => {}).catch((error: unknown) => {
    console.log(`✗ ${title} (${duration(performance.now() - started)})`)
    throw error
  })
  console.log(`✓ ${title} (${duration(performance.now() - started)})`)
}
