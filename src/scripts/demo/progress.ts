const WIDTH = 28
const PLAIN_EVERY = 0.25

/** A bar that redraws itself on a terminal, and a line a quarter elsewhere. */
export function progress(
  title: string,
  total: number,
): { readonly tick: (by?: number) => void; readonly end: (words?: string) => void } {
  const live = process.stdout.isTTY
  const startedAt = performance.now()
  let done = 0
  let said = 0
  const seconds = () => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`
  const draw = () => {
    const share = total > 0 ? Math.min(1, done / total) : 1
    if (live) {
      const filled = Math.round(share * WIDTH)
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
      process.stdout.write(`\r${title.padEnd(24)} ${bar} ${done}/${total}`)
    } else if (share - said >= PLAIN_EVERY) {
      said = share
      process.stdout.write(`${title.padEnd(24)} ${done}/${total}\n`)
    }
  }
  return {
    tick: (by = 1) => {
      done += by
      draw()
    },
    end: (words = '') =>
      process.stdout.write(
        `${live ? '\r' : ''}${title.padEnd(24)} ${words || `${done}`}  ${seconds()}${' '.repeat(WIDTH)}\n`,
      ),
  }
}
