export interface Measured {
  readonly count: number
  readonly failed: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

/** So many clients, each asking again as soon as it is answered, for so long. */
export async function closedLoop(
  clients: number,
  seconds: number,
  work: (client: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  const startedAt = performance.now()
  const end = startedAt + seconds * 1_000
  const client = async (_: unknown, which: number) => {
    while (performance.now() < end) {
      const at = performance.now()
      await work(which).then(
        () => times.push(performance.now() - at),
        () => {
          failed += 1
        },
      )
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return measured(times, failed, (performance.now() - startedAt) / 1_000)
}

/** Rounded to what a table needs. */
export function measured(times: readonly number[], failed: number, seconds: number): Measured {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return {
    count: times.length,
    failed,
    perSecond: round(times.length / seconds),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  }
}

export const round = (value: number): number => Math.round(value * 100) / 100
