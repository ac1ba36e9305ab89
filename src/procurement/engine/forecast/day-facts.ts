import type { Facts } from './panel'

/** Beyond so many days an event is neither near nor far. */
const FAR = 15

/**
 * Features of a calendar's flags, known ahead: the flag itself, on the next and the previous working slot, and days since it
 * last stood and until it stands next. `calendar` holds one value a day and flag by day number.
 */
export function dayFactsOf(
  days: Int32Array,
  flags: readonly { name: string; byDay: ReadonlyMap<number, number> }[],
): Facts {
  const names = flags.flatMap(({ name }) => [name, `${name}Before`, `${name}After`, `${name}Since`, `${name}Until`])
  const values = new Float32Array(days.length * names.length)
  days.forEach((day, slot) => {
    flags.forEach(({ byDay }, f) => {
      const at = slot * names.length + f * 5
      values[at] = byDay.get(day) ?? Number.NaN
      values[at + 1] = byDay.get(days[slot - 1] ?? Number.NaN) ?? Number.NaN
      values[at + 2] = byDay.get(days[slot + 1] ?? Number.NaN) ?? Number.NaN
      values[at + 3] = distance(byDay, day, -1)
      values[at + 4] = distance(byDay, day, 1)
    })
  })
  return { names, values }
}

/** Days to the next day with the flag, looking one way; `FAR` when none is near. */
function distance(byDay: ReadonlyMap<number, number>, day: number, step: 1 | -1): number {
  for (let away = 1; away < FAR; away++) if (byDay.get(day + step * away)) return away
  return FAR
}
