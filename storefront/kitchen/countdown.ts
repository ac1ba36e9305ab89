/** How a clock stands: `soon` in the last five minutes, `late` from the due instant on. */
export type Urgency = 'calm' | 'soon' | 'late'

const SOON_MS = 5 * 60_000

export const urgencyOf = (dueAt: string, now: number): Urgency => {
  const left = Date.parse(dueAt) - now
  if (left <= 0) return 'late'
  return left <= SOON_MS ? 'soon' : 'calm'
}

const two = (value: number) => String(value).padStart(2, '0')

/** Time left as `3:58` or `18:03:58`, time over as `+4:02`. Counts whole seconds, so that 0:00 is the due instant. */
export function clockOf(dueAt: string, now: number): string {
  const seconds = Math.ceil((Date.parse(dueAt) - now) / 1_000)
  const over = seconds <= 0
  const all = Math.abs(seconds)
  const [hours, minutes, rest] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60]
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
  return `${over ? '+' : ''}${clock}`
}
