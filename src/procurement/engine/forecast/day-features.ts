import type { Outlook } from './look'

const NONE = Number.NaN

export const DAY = [
  'season',
  'dayOfYear',
  'gapBefore',
  'gapAfter',
  'seriesThatDay',
  'effect5',
  'effectSame',
  'words',
  'wordLeast',
  'wordMost',
  'wordCount',
]

/** The day itself, its menu and what days did to all series lately; returns where the next feature stands. */
export function writeDay(
  out: Float32Array,
  at: number,
  { panel, history, menus, origin }: Outlook,
  slot: number,
): number {
  const { days, season, bySlot, dayWords } = panel
  let to = at
  const day = days[slot] as number
  out[to++] = season[slot] as number
  out[to++] = ((day % 365.2425) + 365.2425) % 365.2425
  out[to++] = slot > 0 ? day - (days[slot - 1] as number) : NONE
  out[to++] = slot + 1 < days.length ? (days[slot + 1] as number) - day : NONE
  out[to++] = (bySlot.start[slot + 1] as number) - (bySlot.start[slot] as number)
  out[to++] = meanEffect(history.dayEffect, origin, 5, () => true)
  out[to++] = meanEffect(history.dayEffect, origin, 4, (t) => season[t] === season[slot])
  const { sum, least, most } = menus.of(slot)
  out[to++] = sum
  out[to++] = least
  out[to++] = most
  out[to++] = (dayWords.start[slot + 1] as number) - (dayWords.start[slot] as number)
  return to
}

/** The mean effect of the last days of a kind before the origin. */
function meanEffect(effects: Float64Array, origin: number, wanted: number, isOne: (slot: number) => boolean): number {
  let [sum, count] = [0, 0]
  for (let t = origin - 1; t >= 0 && t > origin - 40 && count < wanted; t--) {
    const effect = effects[t] as number
    if (!isOne(t) || Number.isNaN(effect)) continue
    sum += Math.min(1.3, Math.max(0.7, effect))
    count++
  }
  return count > 0 ? sum / count : NONE
}
