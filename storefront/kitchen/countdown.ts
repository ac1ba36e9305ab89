/** How a clock stands: yellow is `soon`, red is `late`. */
export type Urgency = 'calm' | 'soon' | 'late'

/** Minutes before due at which a clock turns yellow, and red. */
export interface Warning {
  readonly soonMinutes: number
  readonly lateMinutes: number
}

/** A clock nobody has set: yellow in the last five minutes, red from the due instant on. */
export const USUAL: Warning = { soonMinutes: 5, lateMinutes: 0 }

export const urgencyOf = (dueAt: string, now: number, { soonMinutes, lateMinutes }: Warning = USUAL): Urgency => {
  const left = (Date.parse(dueAt) - now) / 60_000
  if (left <= lateMinutes) return 'late'
  return left <= soonMinutes ? 'soon' : 'calm'
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
